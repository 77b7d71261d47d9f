"""Documents from templates: escaped whatever a template forgets, and told by file and line when one is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from abi_coach.domain.errors import NotFoundError, TemplateError
from abi_coach.rendering.templates import Templates

Render = Callable[..., str]


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """Render a template given as text."""

    def render_text(source: str, /, **values: object) -> str:
        (tmp_path / "page.md.j2").write_text(source, encoding="utf-8")
        return Templates([tmp_path]).render("page.md.j2", **values)

    return render_text


class Colour(StrEnum):
    """An enumeration, as domain values hold."""

    RED = "*red*"


@dataclass(frozen=True, slots=True)
class Story:
    """A value, as the domain has them."""

    title: str
    tags: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("# {{ typed }}\n", "# \\*a\\*\n"),
        ("{{ typed|upper }}", "\\*A\\*"),
        ("{{ typed|safe }}", None),
        ("{{ typed ~ '!' }}", "\\*a\\*\\!"),
        ("{% macro bold(x) %}**{{ x }}**{% endmacro %}{{ bold(typed) }}", "**\\*a\\***"),
        ("{% macro box() %}<{{ caller() }}>{% endmacro %}{% call box() %}{{ typed }}{% endcall %}", "<\\*a\\*>"),
        ("{% set x %}_{{ typed }}_{% endset %}{{ x }}", "_\\*a\\*_"),
        ("{% block b %}{{ typed }}{% endblock %}", "\\*a\\*"),
        ("{{ [typed, 'b']|join(', ') }}", "\\*a\\*, b"),
        ("{{ [typed, 'b']|map('md_inline')|join(' · ') }}", "\\*a\\* · b"),
        ("{{ 'constant*' }}", "constant\\*"),
    ],
)
def test_whatever_way_text_takes_it_is_escaped_once(render: Render, source: str, written: str | None) -> None:
    if written is None:
        with pytest.raises(TemplateError, match="No filter named 'safe'"):
            render(source, typed="*a*")
    else:
        assert render(source, typed="*a*") == written


def test_numbers_dates_and_nothing_are_written_plainly(render: Render) -> None:
    values = {"n": -3, "x": 22.2, "tiny": 1e-7, "day": date(2026, 12, 4), "no": None, "yes": True}
    assert render("{{n}} {{x}} {{tiny}} {{day}} {{no}} {{yes}}", **values) == "-3 22.2 0.0000001 2026-12-04  yes"


def test_values_come_in_as_their_fields(render: Render) -> None:
    story = Story("One", ("a", "b"))
    assert render("{{ s.title }}: {{ s.tags|join('/') }} {{ c }}", s=story, c=Colour.RED) == "One: a\\/b \\*red\\*"


def test_a_key_named_like_a_method_is_a_key(render: Render) -> None:
    assert render("{{ d.items }}{% for k, v in d|items %}{{ k }}{{ v }}{% endfor %}", d={"items": 1}) == "1items1"


def test_an_object_that_could_act_is_refused(render: Render, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=r"plan\.where\[0\]: \w*Path is no plain data"):
        render("{{ plan }}", plan={"where": [tmp_path]})


def test_charts_dates_and_decimals_have_filters(render: Render) -> None:
    source = "{{ 0.4|bar(5) }} {{ [1,3]|spark(1,5) }} {{ d|day }} {{ 3|fixed(1) }} {{ 2.5678|round(2) }}"
    assert render(source, d=date(2026, 12, 4)) == "`██░░░` `▁▅` 4 December 2026 3.0 2.57"


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("a\n{{ missing }}", 2, "no value “missing” here"),
        ("a\n\n{{ d.missing }}", 3, "no value “missing” here"),
        ("a\n{% if %}", 2, "Expected an expression"),
        ("{{ x|nonsense }}", 1, "No filter named 'nonsense'"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("\n{% include 'absent' %}", 2, "no template “absent”"),
        ("\n{{ d }}", 2, "a mapping cannot be printed"),
        ("\n{% filter upper %}a{% endfilter %}", 2, "filter"),
        ("{% autoescape true %}{% endautoescape %}", 1, "autoescape"),
        pytest.param("{{" + "(" * 2000, 1, "too deep", id="nested"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(
    render: Render, tmp_path: Path, source: str, line: int, said: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        render(source, d={})
    assert str(caught.value).startswith(f"{tmp_path / 'page.md.j2'}:{line}: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_template_is_answered_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "one_page.md.j2").touch()
    with pytest.raises(NotFoundError, match=r"Did you mean one_page\.md\.j2"):
        Templates([tmp_path]).render("one_pager.md.j2")
