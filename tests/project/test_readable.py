"""The code stays readable: small modules and functions, honest names, errors told and not swallowed."""

from __future__ import annotations

import ast
import re
from typing import Final

from tests.support.command_line import ROOT
from tests.support.source import AnyFunction, modules

LONGEST_MODULE: Final = 200
LONGEST_FUNCTION: Final = 40
USUAL_FUNCTION: Final = 15
MOST_PARAMETERS: Final = 5
EMPTY_NAMES: Final = {"utils", "util", "helpers", "helper", "common", "core", "manager", "managers", "misc"}


def functions() -> list[tuple[str, AnyFunction]]:
    """Every function of the package, and where it is."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [(module.at(node), node) for module in modules() for node in module.find(*kinds) if isinstance(node, kinds)]


def body_lines(function: AnyFunction) -> int:
    """How many lines the body has, its docstring not counted."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_modules_are_short() -> None:
    assert {module.place: module.lines for module in modules() if module.lines > LONGEST_MODULE} == {}


def test_functions_are_short() -> None:
    assert {place: body_lines(node) for place, node in functions() if body_lines(node) > LONGEST_FUNCTION} == {}


def test_nine_functions_of_ten_are_very_short() -> None:
    sizes = sorted(body_lines(node) for _, node in functions())
    assert sizes[len(sizes) * 9 // 10] <= USUAL_FUNCTION


def test_functions_take_few_things() -> None:
    """Click's commands are called with one argument for each of their options, and may take more."""
    crowded = {
        place: len(node.args.args) + len(node.args.kwonlyargs)
        for place, node in functions()
        if not (place.startswith("cli/") and node.decorator_list)
        and len([arg for arg in node.args.args + node.args.kwonlyargs if arg.arg not in {"self", "cls"}])
        > MOST_PARAMETERS
    }
    assert crowded == {}


def is_greedy(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler takes every error; one that tidies up and raises it again may take BaseException."""
    kinds = "BaseException" if handler.type is None else ast.unparse(handler.type)
    raises_again = isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None
    return "Exception" in re.findall(r"\w+", kinds) or ("BaseException" in kinds and not raises_again)


def test_nobody_swallows_every_error() -> None:
    handlers = ((module, node) for module in modules() for node in module.find(ast.ExceptHandler))
    assert [m.at(node) for m, node in handlers if isinstance(node, ast.ExceptHandler) and is_greedy(node)] == []


def test_nothing_has_an_empty_name() -> None:
    assert [module.place for module in modules() if EMPTY_NAMES & set(module.place[:-3].split("/"))] == []


def test_tests_mirror_the_package() -> None:
    """A test folder is a layer, or one of three that have no layer: support, journeys and the project itself."""
    layers = {path.name for path in (ROOT / "abi_coach").iterdir() if path.is_dir() and path.name != "__pycache__"}
    tests = {path.parent.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").rglob("*/test_*.py")}
    assert tests - layers - {"journeys", "project", "support"} == set()
    assert {"domain", "storage", "rendering", "services", "ui", "cli"} <= tests


def test_test_folders_inside_a_layer_mirror_it_too() -> None:
    folders = {path.parent.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    below = {folder for folder in folders if folder.parts and folder.parts[0] not in {"journeys", "project", "support"}}
    assert [folder.as_posix() for folder in below if not (ROOT / "abi_coach" / folder).is_dir()] == []


def test_no_test_sleeps() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py")}
    calls = ("time." + "sleep(", "asyncio." + "sleep(")
    assert [str(path.relative_to(ROOT)) for path, text in texts.items() if any(call in text for call in calls)] == []
