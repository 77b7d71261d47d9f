"""The simplest Textual app that shows a line and answers a key: what Home is measured beside."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class HelloWorld(App[None]):
    """One line of text; `?` changes it, ctrl+q leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [("question_mark", "greet_again")]

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("Hello, world!")

    def action_greet_again(self) -> None:
        """Say something else."""
        self.query_one(Static).update("Answered.")


if __name__ == "__main__":
    HelloWorld().run()
