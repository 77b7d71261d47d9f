"""The simplest Textual app that one can type into: what the answer box is measured beside."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class OneInput(App[None]):
    """A single input; ctrl+q leaves."""

    def compose(self) -> ComposeResult:
        """The input."""
        yield Input(placeholder="Type here")


if __name__ == "__main__":
    OneInput().run()
