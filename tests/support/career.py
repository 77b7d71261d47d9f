"""A little of a career, for tests of every layer."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.form_answers import name_of
from abi_coach.domain.pay import PayPoint, PaySource

if TYPE_CHECKING:
    from abi_coach.services.open_form import OpenForm

TODAY: Final = date(2026, 11, 22)

ADVERT: Final = """Senior Backend Engineer, Acme

Requirements:
- Kubernetes (k8s) in production
- PostgreSQL
Nice to have:
- Terraform
Salary 85k–95k EUR
"""


def pay_point(base: int, days: int = 1, **told: Any) -> PayPoint:  # noqa: ANN401 - any field
    """A point of so many euros a year, so many days ago."""
    money = Decimal(base)
    values = {"on": TODAY - timedelta(days=days), "source": PaySource.ADVERT, "role": "backend", "currency": "EUR"}
    return PayPoint(**{**values, "base_min": money, "base_max": money, **told})


def told(form: OpenForm, **answers: object) -> str:
    """Answer a form's steps by name, `__` for a step inside a group, and finish it."""
    for name, given in answers.items():
        form.answer(next(step for step in form.steps if name_of(step) == name.replace("__", "/")), given)
    return form.finish()
