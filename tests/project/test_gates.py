"""Nothing in our source goes round the three gates: in, to a terminal, to Markdown."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

import pytest

from tests.support.source import Module, is_constant, keyword, last_name, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN_FIRST: Final = frozenset({"Static", "Label", "Button", "Checkbox", "RadioButton", "Option", "Digits", "Link"})
"""Widgets whose first argument is shown."""

SHOWN_BY_CALL: Final = frozenset({"update", "notify", "set_label", "add_option", "write_line", "add_row", "add_column"})
SHOWN_KEYWORDS: Final = frozenset({"placeholder", "tooltip", "title", "prompt", "label", "border_title", "sub_title"})
SHOWN_ATTRIBUTES: Final = frozenset({"border_title", "border_subtitle", "tooltip", "title", "sub_title", "placeholder"})


def found(places: Iterator[str]) -> str:
    """Every place, one a line; empty is good."""
    return "\n".join(places)


def is_made_of_data(node: ast.expr) -> bool:
    """Tell whether an expression is a bare string built from data: an f-string, joined, formatted or stringified."""
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        return is_made_of_data(node.left) or is_made_of_data(node.right) or has_text(node)
    if isinstance(node, ast.IfExp):
        return is_made_of_data(node.body) or is_made_of_data(node.orelse)
    is_text = isinstance(node, ast.Call) and last_name(node.func) in {"str", "join", "format"}
    return is_text and any(name not in {"str", "literal"} for name in names_in(node))


def names_in(node: ast.AST) -> set[str]:
    """Every name that an expression mentions."""
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def has_text(node: ast.BinOp) -> bool:
    """Tell whether a sum is one of text: one side is written-out text."""
    return any(isinstance(side, ast.Constant) and isinstance(side.value, str) for side in (node.left, node.right))


def shown_by(node: ast.AST) -> Iterator[ast.expr]:
    """What a call or an assignment puts on the screen."""
    if isinstance(node, ast.Call):
        if last_name(node.func) in SHOWN_FIRST | SHOWN_BY_CALL:
            yield from node.args
        yield from (given.value for given in node.keywords if given.arg in SHOWN_KEYWORDS)
    elif isinstance(node, ast.Assign):
        targets = [target for target in node.targets if isinstance(target, ast.Attribute)]
        yield from (node.value for target in targets if target.attr in SHOWN_ATTRIBUTES)


def bare_strings(module: Module) -> Iterator[str]:
    """Where a module shows a bare string made of data."""
    for node in module.find(ast.Call, ast.Assign):
        yield from (
            module.at(shown) for shown in shown_by(node) if is_made_of_data(shown) and not is_stripped(node, shown)
        )


def is_stripped(node: ast.AST, shown: ast.expr) -> bool:
    """Tell whether a notification, where markup is off, was stripped: `notify(str(literal(text)), markup=False)`."""
    is_notification = isinstance(node, ast.Call) and last_name(node.func) == "notify"
    return is_notification and "literal" in names_in(shown)


@pytest.mark.parametrize(
    "source",
    [
        "Static(f'{name}')",
        "self.notify(f'Saved {title}', markup=False)",
        "Label('a ' + name)",
        "Label(str(question))",
        "box.border_title = f'{company}'",
        "Input(placeholder='%s' % name)",
        "hint.update(' '.join(words))",
        "Static('a' if new else f'{name}')",
        "self.notify(str(error), markup=False)",
        "Input(placeholder=str(literal(name)))",
    ],
)
def test_the_guard_sees_bare_strings(source: str) -> None:
    assert list(bare_strings(Module("x.py", source, ast.parse(source))))


@pytest.mark.parametrize(
    "source",
    [
        "Static(literal(name))",
        "Label('Ready')",
        "self.title = literal(f'{a}')",
        "f(a + 1)",
        "self.notify(str(literal(str(error))), markup=False)",
    ],
)
def test_the_guard_lets_gated_strings_pass(source: str) -> None:
    assert not list(bare_strings(Module("x.py", source, ast.parse(source))))


def test_no_widget_title_or_tooltip_is_a_bare_string_of_data() -> None:
    """Such a string would be read as markup; `ui.safe.literal` makes it literal."""
    assert found(place for module in modules("ui") for place in bare_strings(module)) == ""


def test_every_notification_turns_markup_off() -> None:
    calls = ((module, call) for module in modules("ui") for call in module.calls("notify"))
    assert (
        found(module.at(call) for module, call in calls if not is_constant(keyword(call, "markup"), value=False)) == ""
    )


def test_nothing_asks_for_markup() -> None:
    calls = ((module, call) for module in modules() for call in module.find(ast.Call))
    assert (
        found(
            module.at(call)
            for module, call in calls
            if isinstance(call, ast.Call) and is_constant(keyword(call, "markup"), value=True)
        )
        == ""
    )


def test_nothing_trusts_the_framework_to_escape_markup() -> None:
    banned = {"textual.markup", "textual.markup.escape", "rich.markup", "rich.markup.escape", "rich.print"}
    assert found(module.at(node) for module in modules() for name, node in module.imported() if name in banned) == ""


def test_no_content_is_made_from_joined_markup() -> None:
    """`from_markup("$v", v=text)` is safe; `from_markup(f"…{text}")` is not."""
    calls = ((module, call) for module in modules() for call in module.calls("from_markup"))
    assert found(module.at(c) for module, c in calls if not (c.args and isinstance(c.args[0], ast.Constant))) == ""


def test_links_in_documents_open_nothing() -> None:
    calls = ((m, c) for m in modules("ui") for c in m.calls("Markdown", "MarkdownViewer"))
    assert found(m.at(c) for m, c in calls if not is_constant(keyword(c, "open_links"), value=False)) == ""


def test_the_command_line_prints_through_one_module() -> None:
    calls = (
        (module, call) for module in modules("cli") if module.place != "cli/output.py" for call in module.calls("echo")
    )
    assert found(module.at(call) for module, call in calls) == ""


@pytest.mark.parametrize(
    ("library", "place"),
    [("yaml", "storage/"), ("jinja2", "rendering/"), ("sqlite3", "storage/"), ("icalendar", "rendering/")],
)
def test_a_library_is_used_in_one_place(library: str, place: str) -> None:
    users = (
        module.at(node)
        for module in modules()
        for name, node in module.imported()
        if name.partition(".")[0] == library and not module.place.startswith(place)
    )
    assert found(users) == ""


def test_no_whole_document_is_loaded_by_yaml() -> None:
    """Such a load hangs on aliases, crashes on deep nesting and reads `no` as False; events do not."""
    loads = ("load", "load_all", "safe_load", "safe_load_all", "full_load", "unsafe_load")
    calls = ((module, call) for module in modules() for call in module.calls(*loads))
    assert found(m.at(c) for m, c in calls if ast.unparse(c.func).startswith("yaml.")) == ""


@pytest.mark.parametrize("name", ["socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "webbrowser"])
def test_nothing_can_reach_a_network(name: str) -> None:
    assert (
        found(
            module.at(node)
            for module in modules()
            for used, node in module.imported()
            if used == name or used.startswith(name + ".")
        )
        == ""
    )


def test_nothing_runs_text_as_code() -> None:
    calls = ((module, call) for module in modules() for call in module.calls("eval", "exec", "system", "popen"))
    assert (
        found(m.at(c) for m, c in calls if isinstance(c.func, ast.Name) or ast.unparse(c.func).startswith("os.")) == ""
    )


def test_nothing_unpickles() -> None:
    readers = {"pickle.load", "pickle.loads", "pickle.Unpickler", "marshal.load", "marshal.loads"}
    calls = ((module, call) for module in modules() for call in module.calls("load", "loads", "Unpickler"))
    assert found(module.at(call) for module, call in calls if ast.unparse(call.func) in readers) == ""
    assert found(module.at(node) for module in modules() for name, node in module.imported() if name in readers) == ""
