"""A template cannot reach anything, cannot run for ever and cannot fill the memory."""

from pathlib import Path

import pytest

from abi_coach.domain.errors import TemplateError
from abi_coach.rendering import budget
from abi_coach.rendering.templates import Templates

ESCAPES = (
    "{{ ''.__class__.__mro__ }}",
    "{{ d['__class__'] }}",
    "{{ [].append }}",
    "{{ l.append(1) }}",
    "{{ 'x'.format(1) }}",
    "{{ d.update({'a': 1}) }}",
    "{{ d|attr('__class__') }}",
    "{{ range.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{% for x in l %}{{ loop.__class__ }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__call__.__globals__ }}",
    "{{ namespace.__init__ }}",
    "{{ cycler }}",
    "{{ lipsum }}",
    "{{ '%c' % 3 }}",
    "{{ l|map('attr', '__class__')|list|length }}",
    "{{ l|map(attribute='__class__')|list|first }}",
)
BOMBS = (
    "{% for a in range(10000) %}{% for b in range(10000) %}{% endfor %}{% endfor %}",
    "{% for a in range(9999) %}{% for b in range(9999) if false %}{% endfor %}{% endfor %}",
    "{% for a in range(1000000000) %}{% endfor %}",
    "{% for a in [[1]] recursive %}{{ loop(a) }}{% endfor %}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include 'page' %}",
    "{% extends 'page' %}",
    "{% import 'page' as p %}",
    "{{ 'x' * 10**9 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ [0] * 1000000000 }}",
    "{{ 'a'|replace('', 'x' * 1000000)|replace('', 'x' * 1000000) }}",
    "{{ range(9999)|join('x' * 1000000) }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ '%*d'|format(1000000000, 1) }}",
    "{{ 1|fixed(1000000000) }}",
    "{{ 1|bar(1000000000) }}",
    "{% set n = namespace(x='xx') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='xx') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x == n.x|list }}",
    "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = {1: n.x, 2: n.x} %}{% endfor %}",
    "{% set n = namespace(x=[]) %}{% macro m() %}{% set n.x = varargs %}{% endmacro %}" + "{{ m(n.x, n.x) }}" * 60,
    "{% set n = namespace(x=1) %}{% for i in range(60) %}{% set n.x = namespace(a=n.x, b=n.x) %}{% endfor %}{{ n~1 }}",
    "{{ d|md_inline }}",
    "{{ l ~ l }}",
    "{{ '%s'|format(d) }}",
    "{{ [l]|join }}",
    "{{ l|upper }}",
    "{{ 'x'|truncate(-5, true, 'yy') }}",
    "{% set x %}{% for i in range(9999) %}" + "y" * 1000 + "{% endfor %}{% endset %}",
    "{% macro m() %}" + "y" * 1000 + "{% endmacro %}{% for i in range(9999) %}{% set x = m() %}{% endfor %}",
    "{% for i in range(9999) %}" + "y" * 1000 + "{% endfor %}",
)


def rendered(folder: Path, source: str) -> str:
    (folder / "page").write_text(source, encoding="utf-8")
    return Templates([folder]).render("page", d={"key": "value"}, l=[1])


@pytest.mark.parametrize("source", ESCAPES)
def test_nothing_but_the_data_can_be_reached(tmp_path: Path, source: str) -> None:
    with pytest.raises(TemplateError, match=r"page:1: "):
        rendered(tmp_path, source)


@pytest.mark.parametrize("source", BOMBS)
def test_what_would_never_end_or_fill_the_memory_ends_with_a_message(tmp_path: Path, source: str) -> None:
    with pytest.raises(TemplateError, match=r"page:1: "):
        rendered(tmp_path, source)


def test_slow_work_in_few_steps_ends_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", 0.0)
    with pytest.raises(TemplateError, match="seconds"):
        rendered(tmp_path, "{{ d.key }}")


def test_a_long_honest_document_fits(tmp_path: Path) -> None:
    source = "{% for i in range(5000) %}{{ loop.index }} {{ d.key }} and some words of the template\n{% endfor %}"
    assert rendered(tmp_path, source).count("\n") == 5000
