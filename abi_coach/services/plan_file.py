"""The file in the home's `plans/` that a plan is written to, and that the person may edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.services.plan import Layout
from abi_coach.storage.files import read_regular, write_file

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.domain.plan import Plan
    from abi_coach.services.plan import Plans


class PlanFile:
    """One plan's file. Every method raises FileError or its kin; `write` InputError for a file that was edited."""

    def __init__(self, plans: Plans, plan: Plan, *, ascii_charts: bool = False) -> None:
        self._plans = plans
        self._plan = plan
        self._layout = Layout(ascii_charts=ascii_charts)

    @property
    def path(self) -> Path:
        """Where it is, or will be."""
        return self._plans.default_path(self._plan)

    def rendered(self) -> str:
        """The document as the plan has it now."""
        return self._plans.render(self._plan, self._layout)

    def write(self, *, replace: bool = False) -> Path:
        """Write the document and keep the plan."""
        path = self.path
        self._plans.write(self._plan, path, self.rendered(), replace=replace)
        return path

    def text_to_edit(self) -> str:
        """What an editor opens with: the file as it is, else the document."""
        path = self.path
        return read_regular(path).decode(errors="replace") if path.exists() else self.rendered()

    def write_edited(self, text: str) -> Path:
        """Write the person's own version and keep the plan; from now on it is written over only after a yes."""
        path = self.path
        write_file(path, text if text.endswith("\n") else f"{text}\n")
        self._plans.keep(self._plan)
        return path
