"""The sandbox that templates run in: plain data, escaped on the way out, and a bound on everything."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from abi_coach.rendering.as_text import no_text
from abi_coach.rendering.budget import RANGE, TooMuchError, checked, checked_length, spend
from abi_coach.rendering.escape import Markdown, md_inline
from abi_coach.rendering.filters import template_filters
from abi_coach.rendering.rewriting import REWRITING_FILTERS, Rewriting

if TYPE_CHECKING:
    from jinja2 import BaseLoader, BytecodeCache

_PLAIN: Final = (str, int, float, date, type(None))
_MAX_BASE: Final = 10**6
_MAX_POWER: Final = 9


def printed(value: object) -> str:
    """Write a value into the document: Markdown and numbers as they are, text escaped, nothing for None.

    It is the environment's `finalize`, so a template that forgets to escape cannot leak. TemplateRuntimeError for
    what has no one way to be written (a list, a mapping).
    """
    text = _text(value)
    spend(len(text))
    return text


def _text(value: object) -> str:
    if isinstance(value, str):
        return md_inline(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, date):
        return md_inline(value.isoformat(" ", "minutes")) if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, Undefined):
        return str(value)  # raises, and names what is undefined
    raise no_text(value)


def number(value: float) -> str:
    """Write a number plainly: no exponent, no thousands."""
    text = str(value)
    return f"{value:.12f}".rstrip("0").rstrip(".") if "e" in text else text


def bounded_range(*bounds: int) -> range:
    """Count as `range` does, up to 10,000 numbers."""
    numbers = range(*bounds)
    if len(numbers) > RANGE:
        message = f"a range of more than {RANGE:,} numbers"
        raise TooMuchError(message)
    return numbers


class MarkdownEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for Markdown: mappings have keys and no methods, text and numbers have neither."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, loader: BaseLoader, cache: BytecodeCache | None = None) -> None:
        super().__init__(
            loader=loader,
            bytecode_cache=cache,
            undefined=StrictUndefined,
            finalize=printed,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.globals = {"range": bounded_range, "namespace": Namespace}
        self.filters = template_filters() | REWRITING_FILTERS

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse, then rewrite."""
        tree = super()._parse(source, name, filename)
        Rewriting(name, filename).visit(tree)
        return tree

    def getattr(self, obj: object, attribute: str) -> object:
        """Look `obj.attribute` up: the key of a mapping, or what Jinja's own objects offer."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, _PLAIN) or (isinstance(obj, (list, range)) and type(obj).__name__ in {"list", "range"}):
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Look `obj[argument]` up, never as an attribute."""
        if isinstance(obj, (dict, list, str, tuple)):
            try:
                return obj[argument]  # type: ignore[index, call-overload]  # whatever the template wrote
            except (TypeError, LookupError):
                return self.undefined(obj=obj, name=str(argument))
        return self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: object) -> bool:
        """Allow macros, blocks, `range`, `namespace` and the methods of `loop`; data has nothing to call."""
        if isinstance(obj, (Macro, BlockReference)) or obj is bounded_range or obj is Namespace:
            return True
        return isinstance(getattr(obj, "__self__", None), LoopContext)

    def call(self, context: Context, obj: object, /, *given: object, **named: object) -> object:
        """Call what may be called; what a macro or block wrote is Markdown already."""
        spend()
        if isinstance(obj, Undefined):
            str(obj)  # raises, and names what is undefined
        if not self.is_safe_callable(obj):
            message = f"{type(obj).__name__} cannot be called"
            raise SecurityError(message)
        checked((*given, *named.values()))  # a macro has them as a list
        outcome = super().call(context, obj, *given, **named)
        return Markdown(outcome) if isinstance(obj, (Macro, BlockReference)) else outcome

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Calculate within bounds, looked at before anything big is made."""
        if operator == "*":
            _check_product(left, right)
        elif operator == "**":
            _check_power(left, right)
        elif operator == "%" and isinstance(left, str):
            message = "“%” calculates remainders; to fill in text use the “format” filter"
            raise TemplateRuntimeError(message)
        return checked(super().call_binop(context, operator, left, right))


def _check_product(left: object, right: object) -> None:
    for many, times in ((left, right), (right, left)):
        if isinstance(many, (str, list, tuple)) and isinstance(times, int):
            checked_length(len(many) * times)


def _check_power(left: object, right: object) -> None:
    if not (isinstance(left, (int, float)) and isinstance(right, (int, float))):
        return
    if abs(left) > _MAX_BASE or abs(right) > _MAX_POWER:
        message = f"a power beyond {_MAX_BASE:,} ** {_MAX_POWER}"
        raise TooMuchError(message)
