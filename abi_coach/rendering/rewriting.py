"""What happens to a template between reading and compiling: what could slip past escaping or the budget is rewritten.

- Every body that can run more than once (loops, macros, whole templates) first pays for a step and its own letters.
- `a ~ b` becomes a filter, because Jinja offers no other hold on how long the outcome is.
- The text of a `{% set x %}…{% endset %}` block is marked as Markdown: what was printed into it is escaped already.
- Every list and mapping that a template writes is counted, for a list of lists of lists can be compared for ever.
- Three tags are refused: `filter` prints what it makes without escaping, `autoescape` is for HTML, and a loop that
  calls itself escapes the count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import TemplateSyntaxError, nodes, pass_context
from jinja2.visitor import NodeTransformer

from abi_coach.rendering.as_text import as_text
from abi_coach.rendering.budget import checked, checked_length, spend
from abi_coach.rendering.escape import Markdown

if TYPE_CHECKING:
    from jinja2.runtime import Context

# Names with a space cannot be written in a template, so nobody calls these by hand.
_PAY: Final = "pay for"
_CHAIN: Final = "chain of"
_READY: Final = "ready text"
_COUNTED: Final = "counted list"

_REFUSED: Final[dict[type[nodes.Node], str]] = {
    nodes.FilterBlock: "the “filter” tag cannot be used here; put a filter on each value instead",
    nodes.ScopedEvalContextModifier: "the “autoescape” tag is for HTML; everything here is escaped for Markdown",
}


@pass_context
def pay(_context: Context, letters: int) -> Markdown:
    """Pay for one run of a body with this many letters of its own, and print nothing.

    It takes the context only so that the compiler does not work it out once and for all.
    """
    spend(letters)
    return Markdown()


def chain(parts: list[object]) -> str:
    """Put texts one after the other, as `~` does."""
    texts = [as_text(part) for part in parts]
    checked_length(sum(map(len, texts)))
    if all(isinstance(part, Markdown) for part in parts):
        return Markdown("".join(texts))
    return "".join(texts)


REWRITING_FILTERS: Final = {_PAY: pay, _CHAIN: chain, _READY: Markdown, _COUNTED: checked}
"""The filters that the rewritten templates use."""


class Rewriting(NodeTransformer):
    """Rewrites one parsed template in place; TemplateSyntaxError, with the line, for what is refused."""

    def __init__(self, name: str | None, filename: str | None) -> None:
        self._name = name
        self._filename = filename

    def generic_visit(self, node: nodes.Node, *args: object, **kwargs: object) -> nodes.Node:
        """Rewrite what stands inside, then pay at the start of a body."""
        if type(node) in _REFUSED:
            raise self._refusal(_REFUSED[type(node)], node)
        changed = super().generic_visit(node, *args, **kwargs)
        if isinstance(node, (nodes.Template, nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)):
            letters = sum(len(text.data) for text in node.find_all(nodes.TemplateData))
            payment = _payment(letters, node)
            node.body.insert(0, nodes.Output([payment], lineno=node.lineno, environment=node.environment))
        return changed

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - the name that the visitor looks for
        """Refuse loops that call themselves."""
        if node.recursive:
            message = "a “recursive” loop cannot be used here; write a macro that calls itself"
            raise self._refusal(message, node)
        self.generic_visit(node)
        if node.test is not None:  # what it leaves out never reaches the body, and costs time as well
            paid = nodes.Not(_payment(0, node), lineno=node.lineno, environment=node.environment)
            node.test = nodes.And(paid, node.test, lineno=node.lineno, environment=node.environment)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - the name that the visitor looks for
        """Join by our own filter."""
        parts = [self.visit(part) for part in node.nodes]
        return _filtered(nodes.List(parts, lineno=node.lineno, environment=node.environment), _CHAIN, node)

    def visit_List(self, node: nodes.List | nodes.Tuple | nodes.Dict) -> nodes.Node:  # noqa: N802 - as above
        """Count what is written as a list, a tuple or a mapping."""
        self.generic_visit(node)
        if isinstance(node, nodes.Tuple) and node.ctx != "load":
            return node  # the names that a loop or `set` gives
        return _filtered(node, _COUNTED, node)

    visit_Tuple = visit_Dict = visit_List  # noqa: N815 - as above

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802 - as above
        """Mark the text of the block as ready, unless the template filters it."""
        self.generic_visit(node)
        if node.filter is None:
            node.filter = _filtered(None, _READY, node)
        return node

    def _refusal(self, message: str, node: nodes.Node) -> TemplateSyntaxError:
        return TemplateSyntaxError(message, node.lineno, self._name, self._filename)


def _payment(letters: int, near: nodes.Node) -> nodes.Filter:
    return _filtered(nodes.Const(letters, lineno=near.lineno, environment=near.environment), _PAY, near)


def _filtered(value: nodes.Expr | None, name: str, near: nodes.Node) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None, lineno=near.lineno, environment=near.environment)
