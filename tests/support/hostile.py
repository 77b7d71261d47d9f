"""Words that break documents: one of each way that was found to work somewhere."""

from __future__ import annotations

from typing import Final

HOSTILE: Final = (
    "# a heading\n## another",
    "- a list\n- of two\n  - and deeper",
    "1. first\n2) second",
    "> a quotation\n>> twice",
    "```\ncode that never ends",
    "~~~~ python\ncode",
    "    indented\n\tcode",
    "a | b | c\n|---|---|\n| 1 | 2 |",
    "ends in a bar |",
    "ends in a backslash \\",
    "two \\\\",
    "***bold*** and __more__ and ~~gone~~",
    "[a link](javascript:alert(1)) ![image](http://example.org/x.png)",
    "<https://example.org> http://example.org www.example.org me@example.org",
    "<script>alert(1)</script><!-- never closed",
    "&lt;b&gt; &#35; &copy;",
    "---\ntitle: front matter\n---",
    "===\nsetext\n---",
    "[ref]: http://example.org 'title'",
    "[^1]: a footnote[^1]",
    "{{ 7 * 7 }} {% raw %} {# comment #}",
    "$v [@click=app.quit]x[/] [bold]y",
    "`a` ``b`` `c",
    "- [ ] a task\n- [x] done",
    "line\r\nend\r\x85\u2028\u2029",
    "\x1b[31mred\x1b[0m \x07 \x00",
    "\u202eevil\u2066\u2069 \u200b zero width",
    "\ud800 half a pair",
    "漢字かな 👩‍👩‍👧 é",
    "!" * 120,
    "word " * 200,
    "x" * 5000,
    "\\" * 90,
    ":::note\ncolon fence\n:::",
    "term\n: definition",
    "+ plus\n* star",
    "#hashtag @name =equals= ^up^ ,low,",
)
"""Each stands wherever a person may type."""
