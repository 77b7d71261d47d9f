"""The gate for a CV: JSON Resume in, experiences out, everything wrong told at once."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from abi_coach.domain.errors import FileError
from abi_coach.domain.experience import Experience
from abi_coach.storage.bytes import MAX_BYTES
from abi_coach.storage.resume import read_resume

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "resume.json"


def wrote(file: Path, tree: Any) -> Path:  # noqa: ANN401 - JSON is what it is
    file.write_text(tree if isinstance(tree, str) else json.dumps(tree), encoding="utf-8")
    return file


def test_work_and_projects_are_read_and_the_rest_left_alone(file: Path) -> None:
    tree = {
        "basics": {"name": "Ada", "phones": [1, 2]},
        "work": [{"name": "Acme", "position": "Engineer", "startDate": "2019-04", "highlights": ["Cut 40 to 4"]}],
        "projects": [{"name": "Loom", "description": "A tool", "roles": ["Lead"], "keywords": ["Go"], "endDate": None}],
    }
    assert read_resume(wrote(file, tree)) == (
        Experience("Acme", "Engineer", "2019-04", highlights=("Cut 40 to 4",)),
        Experience("Loom", "Lead", summary="A tool", keywords=("Go",)),
    )


def test_a_cv_without_work_brings_nothing(file: Path) -> None:
    assert read_resume(wrote(file, {})) == ()
    assert read_resume(wrote(file, {"work": [{}], "projects": None})) == ()


def test_control_characters_written_as_escapes_are_taken_out(file: Path) -> None:
    assert read_resume(wrote(file, '{"work": [{"name": "A\\u001b[31mcme\\u202e"}]}'))[0].name == "A[31mcme"


def test_every_problem_is_told_at_once_with_its_path(file: Path) -> None:
    tree = {"work": [{"name": 3}, "x", {"summary": "nameless"}, {"name": "A", "highlights": "no list"}], "projects": {}}
    with pytest.raises(FileError) as raised:
        read_resume(wrote(file, tree))
    told = str(raised.value)
    for path in ("work[0].name: must be text", "work[1]: must be an object", "work[2]: has no name", "work[3].highl"):
        assert path in told
    assert "projects: must be a list" in told


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[1]", "one JSON object"),
        ("{", "line 1, column 2"),
        ('{"work": [], "work": []}', "“work” is there twice"),
        ('{"work": NaN}', "NaN is not JSON"),
        ('{"a": ' + "[" * 200_000 + "]" * 200_000 + "}", "more than 12 levels"),
        ("", "line 1"),
        ('{"n": ' + "9" * 5000 + "}", "resume.json"),
    ],
)
def test_what_is_no_cv_is_refused(file: Path, text: str, why: str) -> None:
    with pytest.raises(FileError, match="cannot be used as a CV") as raised:
        read_resume(wrote(file, text))
    assert why in str(raised.value)


def test_brackets_inside_text_are_no_levels(file: Path) -> None:
    assert read_resume(wrote(file, {"work": [{"name": "A", "summary": '[[[[[[[[[[[[[["\\'}]}))[0].name == "A"


def test_only_regular_small_utf_8_files_are_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "big").write_bytes(b" " * (MAX_BYTES + 1))
    (tmp_path / "latin").write_bytes(b'{"work": "\xe9"}')
    for name in ("pipe", "big", "latin", ".", "missing"):
        with pytest.raises(FileError, match="cannot be read"):
            read_resume(tmp_path / name)
