"""What the conversation measured and explained lately, for follow-ups that point further back than one question."""

from assistant.models import Place, Question

MOST_OF_ONE = 3  # works of one answer that are taken up


def remembered(question: Question, data: Question | None) -> Question:
    """The question with what the conversation measured lately: the last few places and subjects, newest last."""
    places = (*(data.recent_places if data else ()), *(question.places or (Place("area", "ai"),)))
    subjects = (*(data.recent_subjects if data else ()), *question.subjects)
    years = (*(data.recent_years if data else ()), *(() if question.span else question.years))
    return question.with_(recent_places=newest(places), recent_subjects=newest(subjects), recent_years=newest(years))


def explained(previous: Question | None) -> tuple[str, ...]:
    """The places in the corpus of the terms and papers told of up to the last answer, newest last."""
    return () if previous is None else newest((*previous.explained, *places_of(previous)))


def places_of(question: Question) -> tuple[str, ...]:
    """Where the corpus tells what a question was answered with: the entry of a term, or the first point of each paper; () for what was measured."""
    if question.intent not in ("paper", "explain", "strategy"):
        return ()
    if question.term and not (question.subjects or question.paper):
        return (f"glossary#{question.term}",)
    return tuple(f"{paper}#point-1" for paper in ((question.paper,) if question.paper else question.listed[:MOST_OF_ONE]))


def newest(items: tuple, count: int = 6) -> tuple:
    """The last `count` different items, in order of their last appearance."""
    return tuple(reversed(tuple(dict.fromkeys(reversed(items)))[:count]))
