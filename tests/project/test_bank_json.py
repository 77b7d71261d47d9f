"""docs/question-banks.md tells what the bank commands print with `--json`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.support.command_line import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.command_line import Ran

PAGE = (ROOT / "docs" / "question-banks.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(bank [^`]*)` \| `(abi[^`]*)` \| (.*) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("command", "schema", "keys"), ROWS, ids=[row[0] for row in ROWS])
def test_a_document_has_the_keys_that_the_page_tells(
    command: str, schema: str, keys: str, abi_here: Callable[..., Ran]
) -> None:
    document = abi_here(*command.split(), "--json").json
    assert (document.pop("schema"), [*document]) == (schema, re.findall(r"`(\w+)`", keys))


def test_a_problem_in_a_document_is_the_one_on_the_page(abi_here: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("- no bank\n", encoding="utf-8")
    told = abi_here("bank", "lint", str(tmp_path), "--json").json
    shown = next(json.loads(part) for part in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL))
    assert ([*told], [*told["errors"][0]]) == ([*shown], [*shown["errors"][0]])
