"""Questions put together from many wordings: nearly all are read as meant, and what is not recorded is never answered by a wider group's figure."""

from question_variations import METRICS, UNHELD, unheld, variations

DATA_INTENTS = ("figure", "trend", "compare", "rank")
LEVELS = ("level", "count", "paper_count")


def slots(question) -> tuple:
    """(metric, place, years) of a question about one level; None where it is refused, worded or about several."""
    if question.blocker is not None or question.parts or question.intent != "figure" or question.statistic not in LEVELS or len(question.subjects) > 1:
        return None
    named = "".join("-".join([subject.metric, *subject.names().values()]) for subject in question.subjects)
    metric = "paper_count" if question.statistic == "paper_count" else f"count-{named}" if question.statistic == "count" else named
    return metric, ",".join(place.name for place in question.places) or "ai", question.years


def test_the_lists_are_broad():
    assert len(variations()) >= 1300 and len(METRICS) >= 30 and len(UNHELD) >= 60


def test_variations_are_understood(understand):
    wrong = [text for text, metric, place, year in variations()[::3] if slots(understand(text)) != (metric, place or "ai", (year,))]
    assert len(wrong) <= 2, wrong  # of some 450


def test_what_is_not_recorded_is_not_answered_with_a_wider_figure(ask):
    asked = unheld()[::2]
    shown = [text for text in asked if ask(text).outcome == "answered" and ask(text).intent in DATA_INTENTS]
    assert not shown
    assert sum(ask(text).outcome == "answered" for text in asked) <= 2  # surveys tell of some firms that no paper counts
