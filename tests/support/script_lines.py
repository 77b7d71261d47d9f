"""What a person types in plain practice, and the time that passes between, on a hand-moved clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.cli.lines import EndOfInput, Lines

if TYPE_CHECKING:
    from tests.support.hand_clock import HandClock

LOOK_SECONDS: Final = 0.5


class ScriptLines(Lines):
    """A line for each text; a number lets as many seconds pass while nothing is typed; then the input ends."""

    def __init__(self, clock: HandClock, *script: str | float) -> None:
        super().__init__(descriptor=-1)
        self._clock = clock
        self._script = list(script)

    def read(self, timeout: float | None = None) -> str | None:
        """The next line; None while time passes. Raises EndOfInput at the end."""
        if not self._script:
            raise EndOfInput
        step = self._script.pop(0)
        if isinstance(step, str):
            return step
        if timeout is None:
            self._clock.advance(step)
            return self.read()
        passed = min(step, LOOK_SECONDS)
        self._clock.advance(passed)
        if step > passed:
            self._script.insert(0, step - passed)
        return None
