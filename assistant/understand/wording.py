"""A Question back into words: how a follow-up was read, shown to the asker."""

from analytics.divide.metrics import AREA_LABELS, FIELD_LABELS, METRICS, VARIANT_LABELS, tier_phrase
from analytics.divide.store import Venue
from assistant.models import Place, Question, Subject

STATISTICS = {
    "level": "は何%ですか",
    "trend": "はどう推移していますか",
    "change": "はどれだけ変わりましたか",
    "ratio": "は何倍になりましたか",
    "before_after": "は2012年の前と後でどう違いますか",
    "did": "は、AI以外の会議の動きを差し引くと2012年の前後でどれだけ変わりましたか",
    "rank": "が高い会議はどれですか",
    "peak": "が最も高かったのは何年ですか",
    "trough": "が最も低かったのは何年ですか",
    "onset": "はいつから増えましたか",
    "threshold": "がその水準を超えたのは何年ですか",
    "count": "に当たる論文は何本ですか",
}


def subject_label(subject: Subject, country_names: dict[str, str] | None = None) -> str:
    """「企業参加率」「QS301〜500位の大学の参加率」."""
    tier = tier_phrase(subject.tier) if subject.tier else ""
    country = (country_names or {}).get(subject.country or "", subject.country or "")
    return METRICS[subject.metric].label_ja.format(tier=tier, country=country).replace("なし位", "なし")


def place_label(place: Place, venues: dict[str, Venue]) -> str:
    if place.kind == "venue":
        return venues[place.name].name
    return AREA_LABELS[place.name] if place.kind == "area" else f"{FIELD_LABELS[place.name]}分野の会議"


def period_words(question: Question) -> str:
    if not question.years:
        return ""
    if question.span and len(question.years) == 2:
        return f"{question.years[0]}〜{question.years[1]}年"
    return "と".join(f"{year}年" for year in question.years)


def describe(question: Question, venues: dict[str, Venue]) -> str:
    """The full question in one sentence."""
    if not question.subjects or question.intent not in ("figure", "trend", "compare", "rank", "why"):
        return question.topic
    subjects = "と".join(subject_label(subject) for subject in question.subjects)
    places = "と".join(place_label(place, venues) for place in question.places) or AREA_LABELS["ai"]
    period = period_words(question)
    extra = f"（{VARIANT_LABELS[question.variant]}）" if question.variant else ""
    if question.intent == "why":
        return f"{places}の{subjects}{extra}は、なぜ変わったのですか"
    return f"{f'{period}の' if period else ''}{places}の{subjects}{extra}{STATISTICS[question.statistic]}"
