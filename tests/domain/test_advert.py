"""Which skills a pasted advert names, by rules that can be seen."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.advert import AdvertReading, read_advert
from abi_coach.domain.advert_forms import advert_of, left_out, match_lines
from abi_coach.domain.errors import InputError
from tests.support.growth import QUADRATIC, growth

NAMES = {
    "kubernetes": "kubernetes",
    "k8s": "kubernetes",
    "postgres": "postgresql",
    "postgresql": "postgresql",
    "row-level-security": "multi-tenancy",
    "rest": "api-design",
    "ci-cd": "ci-cd",
    "terraform": "terraform",
    "кафка": "kafka",
    "go": "go",
    "go-to-market": "product-launch",
    "r": "r",
    "rust": "rust",
    "react": "react",
    "spring": "java",
    "excel": "spreadsheets",
    "node-js": "node-js",
    "c-sharp": "c-sharp",
    "dotnet": "c-sharp",
    "c-plus-plus": "cpp",
}


def read(text: str) -> AdvertReading:
    return read_advert(text, NAMES)


def skills(text: str) -> dict[str, bool]:
    return {match.skill: match.nice for match in read(text).matches}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We run K8s and Postgres.", ["kubernetes", "postgresql"]),
        ("row level security, CI/CD", ["multi-tenancy", "ci-cd"]),
        ("Row-Level Security", ["multi-tenancy"]),
        ("row, level security", []),
        ("postgresqlish and xk8s", []),
        ("You can rest here. Rest assured.", []),
        ("Design of REST interfaces", ["api-design"]),
        ("- REST, gRPC", ["api-design"]),
        ("Нужна Кафка", ["kafka"]),
        ("\x1b[31mKubernetes\x1b[0m \u202epostgres\u202c", ["kubernetes", "postgresql"]),
    ],
)
def test_whole_spellings_are_found_in_any_case_and_script(text: str, found: list[str]) -> None:
    assert list(skills(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("C#, C++ and (C#)", ["c-sharp", "cpp"]),
        ("Built on .NET and ASP.NET", ["c-sharp"]),
        ("A net salary, the C-suite, and issue C#12", []),
        ("Senior Go Engineer (m/f/d)", ["go"]),
        ("Go developer", ["go"]),
        ("- Rust or C++", ["rust", "cpp"]),
        ("- Go (1.25) and Python", ["go"]),
        ("Java, Spring and Kafka", ["java"]),
        ("Excel skills", ["spreadsheets"]),
        ("- R, Python", ["r"]),
        ("SQL and R.", ["r"]),
        ("- React and Node.js", ["react", "node-js"]),
        ("You own go-to-market. Our Go-To-Market plan", ["product-launch"]),
    ],
)
def test_a_name_that_is_an_everyday_word_or_has_a_sign_is_found_where_it_is_meant(text: str, found: list[str]) -> None:
    assert list(skills(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Go the extra mile. Go and see customers.",
        "We want a Go-getter who can go far",
        "Our R&D team, and our R & D budget",
        "You start in Spring 2027",
        "React to incidents calmly, and react fast",
        "Excel at what you do",
        "Rust never sleeps",
        "Toys R Us",
    ],
)
def test_an_everyday_word_in_its_everyday_sense_is_no_skill(text: str) -> None:
    assert skills(text) == {}


def test_a_heading_or_the_line_itself_makes_a_skill_nice_to_have() -> None:
    text = "Requirements:\n- Kubernetes\n- Postgres would be great\nNice to have:\n- Terraform\n- CI/CD is a must"
    assert skills(text) == {"kubernetes": False, "postgresql": True, "terraform": True, "ci-cd": False}


def test_a_must_anywhere_outweighs_a_nice_before() -> None:
    [match] = read("Bonus: kubernetes\n\nRequirements\nKubernetes in production").matches
    assert (match.nice, match.line) == (False, 4)


def test_each_match_shows_its_line_and_pay_is_told_with_its_own() -> None:
    reading = read("Senior engineer\r\n\r\nWe use k8s\r\nSalary 85k–95k EUR")
    assert match_lines(reading.matches) == (" 1  must  kubernetes (k8s)  line 3: We use k8s",)
    assert reading.pay is not None
    assert (reading.title, reading.pay_line, reading.pay.currency) == ("Senior engineer", 4, "EUR")


def test_what_is_wrong_is_left_out_by_number_or_name() -> None:
    reading = read("k8s\npostgres\nterraform (a plus)")
    advert = advert_of({"wrong": "1, terraform", "company": "Acme"}, reading, date(2026, 11, 22))
    assert (advert.must, advert.nice, advert.company) == (("postgresql",), (), "Acme")
    with pytest.raises(InputError, match="1 to 3"):
        left_out("9", reading.matches)


@pytest.mark.parametrize(
    "piece", ["k8s and postgres with a long tail ", "ß", "1 €", "1 €\n", "a\n", "=\x1b[", "row level "]
)
def test_reading_grows_with_the_text_whatever_it_is(piece: str) -> None:
    assert growth(read, piece * (100_000 // len(piece))) < QUADRATIC / 2


@given(text=st.text(max_size=300))
def test_any_text_can_be_read_and_shows_nothing_that_steers_a_terminal(text: str) -> None:
    reading = read(f"{text} k8s {text}")
    shown = "".join(match.text + match.words for match in reading.matches) + reading.title
    assert not any(ord(letter) < 32 or letter in "\x7f\u202e\u2066" for letter in shown)
