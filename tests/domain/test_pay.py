"""Pay as people write it, and the bands that come of it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.errors import InputError
from abi_coach.domain.pay import PayPoint, PaySource, Period
from abi_coach.domain.pay_band import pay_bands, percentile
from abi_coach.domain.pay_forms import check_pay, pay_of, pay_state
from abi_coach.domain.pay_parsing import advert_pay, find_pay, parse_extra, parse_pay

TODAY = date(2026, 11, 22)


def point(base: int, days: int = 1, **told: Any) -> PayPoint:  # noqa: ANN401 - any field
    money = Decimal(base)
    values = {"on": TODAY - timedelta(days=days), "source": PaySource.ADVERT, "role": "backend", "currency": "EUR"}
    return PayPoint(**{**values, "base_min": money, "base_max": money, **told})


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("85k–95k EUR", "85,000–95,000 EUR a year"),
        ("85–95k EUR", "85,000–95,000 EUR a year"),
        ("£550/day", "550 GBP a day"),
        ("day rate: £550", "550 GBP a day"),
        ("CHF 110'000 a year", "110,000 CHF a year"),
        ("85.000 € - 95.000 €", "85,000–95,000 EUR a year"),
        ("120 000,50 EUR", "120,000.50 EUR a year"),
        ("95k - 85k EUR", "85,000–95,000 EUR a year"),
        ("$120,000 CAD", "120,000 CAD a year"),
        ("CAD $120,000", "120,000 CAD a year"),
        ("A$ 120k", "120,000 AUD a year"),
        ("85kEUR", "85,000 EUR a year"),
        ("47.50 EUR per hour", "47.50 EUR an hour"),
        ("9000 CHF pro Monat", "9,000 CHF a month"),
    ],
)
def test_pay_is_read_as_people_write_it(text: str, read: str) -> None:
    assert parse_pay(text).sentence == read


@pytest.mark.parametrize("text", ["DOE", "competitive", "", "85k", "EUR", "$5M", "1234567890123456 EUR"])
def test_what_names_no_sum_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InputError, match="85k–95k EUR"):
        parse_pay(text)


def test_an_endless_number_is_no_pay() -> None:
    assert find_pay("1" * 5000 + " EUR") is None


def test_in_an_advert_neither_money_raised_nor_a_voucher_is_pay() -> None:
    found = advert_pay("We raised $5 million, give a €50 voucher, and pay 80–90k EUR")
    assert found is not None
    assert found.sentence == "80,000–90,000 EUR a year"


def test_a_bonus_is_an_amount_or_a_share_and_never_of_another_currency() -> None:
    pay = parse_pay("80k–90k EUR")
    assert [parse_extra(text, pay) for text in ("10%", "8k", "8000 EUR")] == [8500, 8000, 8000]
    with pytest.raises(InputError, match="never mixed"):
        parse_extra("8000 USD", pay)
    with pytest.raises(InputError, match="no amount"):
        parse_extra("some", pay)


def test_four_points_show_nothing_and_five_show_the_quartiles() -> None:
    points = [point(base) for base in (80_000, 90_000, 100_000, 110_000)]
    [four] = pay_bands(points, TODAY)
    assert (four.base, four.missing, four.sentence) == (None, 1, "n 4: not enough yet, one more needed")
    [five] = pay_bands([*points, point(120_000)], TODAY)
    assert five.base is not None
    assert list(map(int, five.base)) == [90_000, 100_000, 110_000]


@pytest.mark.parametrize(
    "other", [{"currency": "USD"}, {"level": "senior"}, {"place": "Berlin"}, {"period": Period.DAY}, {"role": "sre"}]
)
def test_what_differs_in_one_thing_is_never_mixed(other: dict[str, Any]) -> None:
    bands = pay_bands([*(point(80_000) for _ in range(4)), point(80_000, **other)], TODAY)
    assert sorted(band.points for band in bands) == [1, 4]


def test_capitals_are_no_difference_and_the_newest_spelling_is_shown() -> None:
    [band] = pay_bands([point(1, 9, place="berlin"), point(2, 1, place="Berlin")], TODAY)
    assert (band.points, band.group.place) == (2, "Berlin")


def test_own_pay_is_placed_in_the_band_and_not_counted_in_it() -> None:
    points = [point(base) for base in (80_000, 90_000, 100_000, 110_000, 120_000)]
    [band] = pay_bands([*points, point(105_000, source=PaySource.OWN)], TODAY)
    assert (band.points, band.position) == (5, "p50 to p75")


def test_only_twelve_months_count() -> None:
    assert pay_bands([point(80_000, 366)], TODAY) == ()
    assert pay_bands([point(80_000, -1)], TODAY) == ()


@given(values=st.lists(st.integers(0, 10**7), min_size=5, max_size=40))
def test_quartiles_lie_in_order_inside_what_was_told(values: list[int]) -> None:
    ordered = sorted(map(Decimal, values))
    quarters = [percentile(ordered, Decimal(share) / 4) for share in range(5)]
    assert quarters == sorted(quarters)
    assert (quarters[0], quarters[-1]) == (ordered[0], ordered[-1])


@given(
    low=st.integers(1, 999_999), more=st.integers(0, 99_999), cents=st.integers(0, 99),
    bonus=st.integers(0, 99_999), period=st.sampled_from(Period),
)  # fmt: skip
def test_a_point_reads_back_from_its_form_to_the_last_cent(
    low: int, more: int, cents: int, bonus: int, period: Period
) -> None:
    base = Decimal(low) + Decimal(cents) / 100
    told = point(0, base_min=base, base_max=base + more, bonus=Decimal(bonus), period=period, level="senior")
    state = pay_state(told)
    check_pay(state)
    assert pay_of(state, TODAY) == told


@given(text=st.text(alphabet="0123456789.,' kK€£$EURUSD-–/daymonth", max_size=40))
def test_any_typed_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    found = find_pay(text)
    assert found is None or 0 <= found.low <= found.high
