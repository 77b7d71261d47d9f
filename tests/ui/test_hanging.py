"""Lines that hang: what is wrapped goes on below its text."""

from __future__ import annotations

import pytest

from abi_coach.ui.hanging import hung, lead, spaced
from abi_coach.ui.safe import literal

POINT = (lead("12. "), "one two three four five six\n")


def test_a_wrapped_line_goes_on_below_its_text() -> None:
    assert hung(*POINT).at_width(24).plain.split("\n") == ["12. one two three four", "    five six"]


def test_each_line_hangs_below_its_own_lead() -> None:
    laid = hung(*POINT, "plain\n", lead("· "), "one two three four five").at_width(20).plain
    assert laid.split("\n")[-2:] == ["· one two three four", "  five"]
    assert "plain" in laid.split("\n")


def test_where_there_is_no_room_nothing_hangs() -> None:
    assert hung(*POINT).at_width(10).plain == "12. one two three four five six"


@pytest.mark.parametrize("width", [1, 5, 24, 80])
def test_its_height_is_the_lines_that_are_drawn(width: int) -> None:
    content = hung(*POINT, *POINT)
    assert content.get_height({}, width) == content.at_width(width).get_height({}, width)


def test_wide_letters_count_as_two_cells() -> None:
    assert hung(lead("名前 "), "one two three four").at_width(22).plain.split("\n")[1] == "     four"


def test_empty_lines_at_the_end_go_and_a_gap_stays() -> None:
    assert hung("a\n\n").plain == "a"
    assert spaced(hung("a\n\n")).get_height({}, 20) == 2


def test_markup_in_a_lead_or_a_text_is_literal() -> None:
    assert hung(lead("[b]x[/b] "), literal("[red]y")).at_width(60).plain == "[b]x[/b] [red]y"
