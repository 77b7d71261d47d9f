"""`abi market` and `abi skill` as a person or a script uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.career import ADVERT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]

EMPTY = (
    ("market",), ("market", "list"), ("market", "bands"), ("market", "adverts"), ("market", "trends"), ("skill",),
    ("fit",), ("scorecard",), ("scorecard", "compare"), ("contact",), ("reflect", "list"),
)  # fmt: skip


@pytest.fixture
def advert(tmp_path: Path) -> str:
    file = tmp_path / "advert.txt"
    file.write_text(ADVERT)
    return str(file)


@pytest.mark.parametrize("words", EMPTY, ids=" ".join)
def test_an_empty_home_says_what_to_do_and_gives_json(abi_here: Abi, words: tuple[str, ...]) -> None:
    ran = abi_here(*words)
    assert (ran.code, ran.err) == (0, "")
    assert "abi " in ran.out or "nobody" in ran.out.lower() or "Five points" in ran.out
    assert abi_here(*words, "--json").json["schema"].startswith("abi.")


def test_an_advert_is_shown_match_by_match_and_saved_only_after_a_yes(abi_here: Abi, advert: str) -> None:
    ran = abi_here("market", "add-advert", advert, said="n\n")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "Nothing was saved.")
    assert "must  kubernetes  line 4: - Kubernetes (k8s) in production" in ran.out
    assert "nice  infrastructure-as-code (Terraform)  line 7" in ran.out
    assert abi_here("market", "adverts", "--json").json["adverts"] == []
    assert abi_here("market", "add-advert", advert, said="9\n2\n").code == 0
    [saved] = abi_here("market", "adverts", "--json").json["adverts"]
    assert (saved["must"], saved["nice"]) == (["kubernetes"], ["infrastructure-as-code"])


def test_an_advert_in_a_pipe_is_saved_with_yes_and_its_pay_under_its_role(abi_here: Abi) -> None:
    asked = abi_here("market", "add-advert", "-", said=ADVERT)
    assert (asked.code, "--yes" in asked.err) == (2, True)
    ran = abi_here("market", "add-advert", "-", "--yes", "--role", "backend", "--without", "terraform", said=ADVERT)
    assert (ran.code, ran.err) == (0, "")
    [point] = abi_here("market", "list", "--json").json["points"]
    assert (point["base_min"], point["currency"], point["source"]) == ("85000", "EUR", "advert")


def test_with_json_an_advert_is_only_described(abi_here: Abi, advert: str) -> None:
    told = abi_here("market", "add-advert", advert, "--json").json
    assert (told["saved"], told["pay"]["base_max"], len(told["matches"])) == (False, "95000", 3)
    assert abi_here("market", "adverts", "--json").json["adverts"] == []


def test_an_advert_with_escapes_steers_no_terminal(abi_here: Abi) -> None:
    ran = abi_here("market", "add-advert", "-", "--yes", said="\x1b]0;x\x07\x1b[2JKubernetes \u202e\x9b31m")
    assert ran.code == 0
    assert not any(letter in ran.out + ran.err for letter in "\x1b\x9b\u202e\x07")


def test_what_is_no_text_or_no_file_is_refused(abi_here: Abi, tmp_path: Path) -> None:
    binary = tmp_path / "advert.pdf"
    binary.write_bytes(b"%PDF\n\xff\xfe")
    assert "line 2: this is not UTF-8" in abi_here("market", "add-advert", str(binary)).err
    assert abi_here("market", "add-advert", str(tmp_path)).code == 1


def test_pay_is_kept_listed_changed_and_refused(abi_here: Abi) -> None:
    added = abi_here("market", "add", "85k–95k EUR", "--role", "backend", "--source", "recruiter", "--bonus", "10%")
    assert (added.code, added.err) == (0, "")
    assert added.out.startswith("Saved 85,000–95,000 EUR a year, backend, from recruiter (")
    [point] = abi_here("market", "list", "--json").json["points"]
    assert (point["bonus"], point["total"]) == ("9000.00", "99000.00")
    assert abi_here("market", "edit", point["id"], "--bonus", "").code == 0
    assert abi_here("market", "list", "--json").json["points"][0]["bonus"] == "0"
    refused = abi_here("market", "add", "DOE", "--role", "backend", "--source", "advert")
    assert (refused.code, "85k–95k EUR" in refused.err) == (1, True)
    assert "Source" in abi_here("market", "add", "£550/day", "--role", "backend").err


def test_bands_show_nothing_under_five_points_and_never_mix_currencies(abi_here: Abi) -> None:
    for pay in ("80k EUR", "90k EUR", "100k EUR", "110k EUR", "120k USD"):
        abi_here("market", "add", pay, "--role", "backend", "--source", "peer")
    bands = abi_here("market", "bands", "--json").json["bands"]
    assert {(band["currency"], band["points"], band["base"]) for band in bands} == {("EUR", 4, None), ("USD", 1, None)}
    assert "not enough yet, one more needed" in abi_here("market", "bands").out
    abi_here("market", "add", "120k EUR", "--role", "backend", "--source", "peer")
    [euro] = [one for one in abi_here("market", "bands", "--json").json["bands"] if one["currency"] == "EUR"]
    assert euro["base"] == {"p25": "90000.00", "p50": "100000.00", "p75": "110000.00"}


def test_a_formula_in_a_company_is_text_in_the_table(abi_here: Abi) -> None:
    abi_here("market", "add", "80k EUR", "--role", "x", "--source", "peer", "--company", "=cmd|calc")
    assert "'=cmd|calc" in abi_here("market", "list", "--csv").out


def test_a_skill_is_set_in_any_spelling_and_joined_with_what_is_asked(abi_here: Abi) -> None:
    abi_here("market", "add-advert", "-", "--yes", said=ADVERT)
    assert abi_here("skill", "set", "k8s", "missing").out == "Saved: kubernetes is missing.\n"
    assert abi_here("skill").out.startswith("kubernetes: asked in 1 of 1, you said missing\n")
    assert abi_here("skill", "--json").json["skills"][0]["gap"] == 1.0
    assert abi_here("skill", "set", "k8s", "great").code == 2


def test_a_pulse_is_told_in_a_pipe_and_its_trends_are_gathered(abi_here: Abi) -> None:
    ran = abi_here("market", "pulse", "--plain", said="10\nnew\n\nflat\nAI review\n\nuv\n\nAda\n")
    assert (ran.code, "About 20 minutes" in ran.out) == (0, True)
    assert "trend    AI review" in abi_here("market", "trends").out
    assert abi_here("market", "pulse", "--json").json["last"]["projects"] == ["uv"]
    assert abi_here("market", "--json").json["last_pulse_on"] is not None
