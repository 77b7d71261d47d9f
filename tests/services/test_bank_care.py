"""Lint tells errors and style apart, names the place, and knows the rest of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.near_duplicate import MANY, MOST_FOUND
from abi_coach.services.coach import open_coach
from abi_coach.storage.bundled import bundled
from tests.support.own_banks import PROMPT, write_bank

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.services.bank_care import BankCare


@pytest.fixture
def care(home: Path) -> Iterator[BankCare]:
    """The care of banks in an empty home."""
    coach = open_coach(home)
    yield coach.banks
    coach.close()


def test_the_shipped_banks_have_no_error_and_no_matter_of_style(care: BankCare) -> None:
    report = care.lint()
    assert (report.errors, report.style) == ((), ())
    assert report.questions >= 630


def test_every_shipped_bank_is_clean_by_itself(care: BankCare) -> None:
    reports = [care.lint([path]) for path in sorted(bundled("question_banks").glob("*.yaml"))]
    assert [problem for report in reports for problem in (*report.errors, *report.style)] == []


def test_a_matter_of_style_names_file_line_question_and_field(care: BankCare, tmp_path: Path) -> None:
    path = write_bank(tmp_path, "sail", {"sail-1": "How is the weather?"})
    (problem,) = care.lint([path]).style
    assert (problem.name, problem.line, problem.column, problem.path) == ("sail.yaml", 8, 13, "sail-1.prompt")


def test_near_duplicates_are_found_across_files(care: BankCare, tmp_path: Path) -> None:
    write_bank(tmp_path, "a", {"a-1": PROMPT})
    write_bank(tmp_path, "b", {"b-1": PROMPT.replace("of yours ", "")})
    (problem,) = care.lint([tmp_path]).style
    assert (problem.name, problem.path) == ("b.yaml", "b-1.prompt")
    assert "a-1 in a.yaml:7" in problem.what


def test_a_big_file_of_one_form_is_told_so_once_instead_of_thousands_of_times(care: BankCare, tmp_path: Path) -> None:
    forms = {f"sail-{number}": f"Tell me about a time when release {number} was late." for number in range(MANY + 1)}
    style = care.lint([write_bank(tmp_path, "sail", forms)]).style
    assert len(style) == MOST_FOUND + 1
    assert style[-1].path == f"sail-{MOST_FOUND + 1}.prompt"
    assert style[-1].what == "and what follows was not compared: 100 of this file ask nearly the same as others"


def test_a_skill_that_nobody_else_knows_is_taken_for_a_slip(care: BankCare, tmp_path: Path) -> None:
    path = write_bank(tmp_path, "sail", {"sail-1": PROMPT}, skill="kuberntes")
    (problem,) = care.lint([path]).style
    assert (problem.path, problem.write) == ("sail-1.skills", "did you mean kubernetes?")


@pytest.mark.parametrize("skill", ["postgresql", "k8s", "boats"])
def test_a_skill_that_any_bank_declares_is_known(skill: str, care: BankCare, tmp_path: Path) -> None:
    assert care.lint([write_bank(tmp_path, "sail", {"sail-1": PROMPT}, skill=skill)]).style == ()


def test_ids_shared_by_files_of_a_folder_are_errors(care: BankCare, tmp_path: Path) -> None:
    write_bank(tmp_path, "a", {"same": PROMPT})
    write_bank(tmp_path, "b", {"same": "Describe a reef."}, bank="a")
    assert [problem.path for problem in care.lint([tmp_path]).errors] == ["id", "questions"]


def test_a_link_out_of_a_linted_folder_is_an_error(care: BankCare, tmp_path: Path) -> None:
    outside = write_bank(tmp_path / "out", "far", {"far-1": PROMPT})
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "far.yaml").symlink_to(outside)
    for named in (tmp_path / "in", tmp_path / "in" / "far.yaml"):
        assert "leads out of its folder" in care.lint([named]).errors[0].what


def test_a_folder_with_the_name_of_a_bank_is_told_inside_and_by_itself(care: BankCare, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    for named in (tmp_path, tmp_path / "x.yaml"):
        assert "is a folder" in care.lint([named]).errors[0].what


def test_one_bad_file_among_good_ones_hides_nothing(care: BankCare, tmp_path: Path) -> None:
    write_bank(tmp_path, "good", {"good-1": PROMPT})
    (tmp_path / "bad.yaml").write_bytes(b"\xff\xfe\x00")
    report = care.lint([tmp_path])
    assert (report.files, report.questions, [problem.name for problem in report.errors]) == (2, 1, ["bad.yaml"])


def test_what_is_named_twice_is_told_once(care: BankCare, tmp_path: Path) -> None:
    path = write_bank(tmp_path, "sail", {"sail-1": "How is the weather?"})
    report = care.lint([path, tmp_path, path])
    assert (report.files, len(report.style)) == (1, 1)


def test_what_was_named_and_is_not_there_is_an_error(care: BankCare, tmp_path: Path) -> None:
    assert "there is no such file" in care.lint([tmp_path / "none.yaml"]).errors[0].what
