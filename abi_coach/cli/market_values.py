"""Pay, adverts and trends as plain data for `--json` and `--csv`; amounts are text, so that no cent is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from decimal import Decimal

    from abi_coach.domain.advert import Advert, AdvertReading
    from abi_coach.domain.pay import PayPoint
    from abi_coach.domain.pay_band import PayBand
    from abi_coach.domain.pulse import Heard

POINT_COLUMNS: Final = (
    "id", "on", "source", "role", "level", "place", "mode", "company", "currency", "period", "base_min", "base_max",
    "bonus", "equity", "total", "benefits", "disclosed", "trust",
)  # fmt: skip
BAND_COLUMNS: Final = (
    "role", "level", "place", "currency", "period", "points", "missing", "base_p25", "base_p50", "base_p75",
    "total_p25", "total_p50", "total_p75", "position",
)  # fmt: skip
ADVERT_COLUMNS: Final = ("id", "on", "company", "title", "role", "must", "nice", "source")
TREND_COLUMNS: Final = ("kind", "text", "times", "first_on", "last_on")


def point_values(entry: str, point: PayPoint) -> dict[str, Any]:
    """A point of pay."""
    return {
        "id": entry,
        "on": point.on.isoformat(),
        "source": point.source.value,
        "role": point.role,
        "level": point.level,
        "place": point.place,
        "mode": point.mode.value if point.mode else None,
        "company": point.company,
        "currency": point.currency,
        "period": point.period.value,
        **{part: f"{getattr(point, part):f}" for part in ("base_min", "base_max", "bonus", "equity", "total")},
        "benefits": point.benefits,
        "disclosed": point.disclosed.value if point.disclosed else None,
        "trust": point.trust,
    }


def band_values(band: PayBand) -> dict[str, Any]:
    """A band; quartiles are null while points are missing."""
    return {
        **band.group._asdict(),
        "points": band.points,
        "missing": band.missing,
        "base": _quartiles(band.base),
        "total": _quartiles(band.total),
        "position": band.position or None,
    }


def band_row(band: PayBand) -> dict[str, Any]:
    """A band as one row of a table."""
    quartiles = {
        f"{part}_{name}": value
        for part, values in (("base", band.base), ("total", band.total))
        for name, value in zip(("p25", "p50", "p75"), values or (), strict=False)
    }
    return {**band_values(band), **quartiles}


def advert_values(entry: str, advert: Advert) -> dict[str, Any]:
    """An advert that was saved."""
    return {
        "id": entry,
        "on": advert.on.isoformat(),
        "company": advert.company,
        "title": advert.title,
        "role": advert.role,
        "must": list(advert.must),
        "nice": list(advert.nice),
        "source": advert.source,
    }


def reading_values(reading: AdvertReading) -> dict[str, Any]:
    """What was found in an advert, each match with its line, and the pay if one is named."""
    pay = reading.pay
    return {
        "title": reading.title,
        "lines": reading.lines,
        "matches": [
            {
                "skill": match.skill,
                "words": match.words,
                "line": match.line,
                "text": match.text,
                "asks": "nice" if match.nice else "must",
            }
            for match in reading.matches
        ],
        "pay": pay and {
            "text": pay.text, "line": reading.pay_line, "base_min": f"{pay.low:f}", "base_max": f"{pay.high:f}",
            "currency": pay.currency, "period": pay.period.value,
        },
    }  # fmt: skip


def heard_values(kind: str, one: Heard) -> dict[str, Any]:
    """A trend or project that was heard of."""
    return {
        "kind": kind,
        "text": one.text,
        "times": one.times,
        "first_on": one.first_on.isoformat(),
        "last_on": one.last_on.isoformat(),
    }


def _quartiles(values: tuple[Decimal, Decimal, Decimal] | None) -> dict[str, str] | None:
    if values is None:
        return None
    return {name: f"{value:f}" for name, value in zip(("p25", "p50", "p75"), values, strict=True)}
