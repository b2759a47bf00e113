"""One input as typed (text, number or switch) → a value in the assumption's unit, or the problem with it."""

import math
import unicodedata

from analytics.roi.amounts import NotAnAmount, parse_amount, plain_number, value_text
from analytics.roi.catalogue import Spec, document
from analytics.roi.problems import BadInput, FieldProblem

YES, NO = ("yes", "true", "1", "はい", "あり", "有"), ("no", "false", "0", "いいえ", "なし", "無")


def read_field(spec: Spec, name: str, text: str | float | bool | None) -> float | str | bool:
    """The value in `spec.unit`. Raises BadInput with one problem that names the field as `name`."""
    if text is None or not str(text).strip():
        raise problem(spec, name, "missing", "")
    if spec.kind in ("flag", "choice"):
        return read_word(spec, name, str(text))
    if isinstance(text, str):
        try:
            value, unit = parse_amount(text)
        except NotAnAmount:
            raise problem(spec, name, "not_number", text) from None
    else:
        value, unit = float(text), None
        if isinstance(text, bool) or not math.isfinite(value):
            raise problem(spec, name, "not_number", str(text))
    if value < 0:
        raise problem(spec, name, "negative", str(text))
    value = in_unit(spec, name, str(text), value, unit)
    if spec.whole and value != int(value):
        raise problem(spec, name, "whole", str(text))
    if not spec.minimum <= value <= spec.maximum:
        bounds = {"low": value_text(spec.minimum, spec.unit), "high": value_text(spec.maximum, spec.unit)}
        raise problem(spec, name, "range", str(text), **bounds)
    return int(value) if spec.whole else value


def in_unit(spec: Spec, name: str, text: str, value: float, unit: str | None) -> float:
    """Percent is written 8%, 8, 8割 or, since nobody means 0.08%, as the fraction 0.08; a probability of 1 is certainty."""
    if spec.percent and unit == "割":
        return value * 10
    if unit is not None and unit != spec.unit:
        raise problem(spec, name, "unit", text, unit=spec.unit)
    fraction = 0 < value < 1 or (value == 1 and spec.kind == "probability")
    return float(plain_number(value * 100, 10).replace(",", "")) if spec.percent and unit is None and fraction else value


def read_word(spec: Spec, name: str, text: str) -> str | bool:
    plain = unicodedata.normalize("NFKC", text).strip()
    if spec.kind == "flag":
        if plain.lower() in YES:
            return True
        if plain.lower() in NO:
            return False
        raise problem(spec, name, "choice", text, choices="はい、いいえ")
    options = {key: entry["label_ja"] for key, entry in document()[spec.choices].items()}
    for key, label in options.items():
        if plain in (key, unicodedata.normalize("NFKC", label)):
            return key
    raise problem(spec, name, "choice", text, choices="、".join(f"{key}（{label}）" for key, label in options.items()))


def problem(spec: Spec, name: str, reason: str, text: str, **details) -> BadInput:
    """BadInput for one field."""
    return BadInput([FieldProblem(name, reason, {"label": spec.label_ja, "text": text, **details})])
