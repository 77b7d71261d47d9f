"""Small banks of one's own, written as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PROMPT = "Tell me about a time when a plan of yours met the weather."

_QUESTION = """\
  - id: {id}
    prompt: "{prompt}"
    kind: behavioural
    competency: delivery
    skills: [{skill}]
    difficulty: 2
    levels: [mid]
    really_asking: "Do you plan for what you cannot rule?"
    anchors:
      1: "Blames the weather and stops there."
      3: "Names the plan, what the weather did to it, and what was moved."
      5: "Adds who was told on which day, what it saved, and what every later plan of theirs holds since."
    probes: ["What did you move first?", "Which call was yours alone?"]
"""


def bank_text(bank: str, questions: dict[str, str], *, skill: str = "sailing", aliases: str = "") -> str:
    """A bank with these questions, prompt by id."""
    told = "".join(_QUESTION.format(id=each, prompt=prompt, skill=skill) for each, prompt in questions.items())
    head = f"format: 1\nid: {bank}\ntitle: Bank of {bank}\naliases: [{aliases}]\nskills: {{sailing: [boats]}}\n"
    return f"{head}questions:\n{told}"


def write_bank(folder: Path, name: str, questions: dict[str, str], *, bank: str = "", skill: str = "sailing") -> Path:
    """Write such a bank; its id is the file's name unless told otherwise."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(bank_text(bank or name, questions, skill=skill), encoding="utf-8")
    return path
