"""The keys of the practice screen that matter now: six at most; help has them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.answer_clock import Running
from abi_coach.domain.attempt import Mode
from abi_coach.domain.progress import Stage
from abi_coach.ui.screens.practice_review import COMPARED

if TYPE_CHECKING:
    from collections.abc import Callable

    from abi_coach.services.answering import Answering
    from abi_coach.services.practice_room import PracticeRoom
    from abi_coach.ui.screens.coach_screen import Keys

_LEAVE = ("esc", "leave")


def keys(room: PracticeRoom, now: Answering | None, *, typed: bool, is_gisting: bool) -> Keys:
    """The keys at the present stage."""
    if now is None:
        return (("enter", "home"), ("esc", "back"), ("?", "help"))
    if room.is_break:
        return (("enter", "go on"), ("ctrl+x", "end"), _LEAVE)
    if is_gisting:
        return (("ctrl+s", "done"), ("f4", "editor"), ("esc", "close"))
    does: dict[Stage, Callable[[], Keys]] = {
        Stage.READY: lambda: _ready(now, typed=typed),
        Stage.ANSWERING: lambda: _answering(now, typed=typed),
        Stage.FINAL: lambda: _final(now),
        Stage.CHANGE: lambda: (("enter", "keep"), _LEAVE),
        Stage.REVIEWED: lambda: _reviewed(room, now),
    }
    rate: Keys = (("1-5", "rate"), *_gist(now), ("f3", "skip"), ("x", "hide"), _LEAVE, ("?", "help"))
    return does[now.stage]() if now.stage in does else rate


def _ready(now: Answering, *, typed: bool) -> Keys:
    afresh = (("a", "afresh"),) if now.may_begin_afresh else ()
    start = "go on" if now.is_cut_off else "start"
    return (("enter", start), *afresh, ("t", "speak" if typed else "type"), ("f3", "skip"), _LEAVE, ("?", "help"))


def _final(now: Answering) -> Keys:
    first = ("y/n", "check") if now.next_check else ("1-5", "final rating")
    return (first, *_gist(now), ("f3", "skip"), _LEAVE)


def _answering(now: Answering, *, typed: bool) -> Keys:
    pause = (("f2", "go on" if now.taking.clock.is_paused else "pause"),) if now.profile.pausable else ()
    if typed:
        return (("ctrl+s", "done"), *pause, ("f3", "skip"), ("f4", "editor"), _LEAVE)
    on = "answer" if now.taking.clock.running is Running.THINKING else "done"
    return (("enter", on), *pause, ("u", "um"), ("f3", "skip"), _LEAVE, ("?", "help"))


def _reviewed(room: PracticeRoom, now: Answering) -> Keys:
    redo = (("r", "again"),) if room.can_redo else ()
    compare = (("c", "compare"),) if len(now.attempt.own_takes) >= COMPARED else ()
    on = "finish" if room.sitting.is_last else "next"
    return (("enter", on), *redo, *compare, ("m", "meters"), ("esc", "leave"), ("?", "help"))


def _gist(now: Answering) -> Keys:
    spoken = bool(now.attempt.takes) and now.last.mode is not Mode.TYPED
    return (("w", "words"),) if spoken and now.stage is not Stage.CONFIDENCE else ()
