"""What the conversation measured lately, for follow-ups that point further back than one question."""

from assistant.models import Place, Question


def remembered(question: Question, data: Question | None) -> Question:
    """The question with what the conversation measured lately: the last few places and subjects, newest last."""
    places = (*(data.recent_places if data else ()), *(question.places or (Place("area", "ai"),)))
    subjects = (*(data.recent_subjects if data else ()), *question.subjects)
    years = (*(data.recent_years if data else ()), *(() if question.span else question.years))
    return question.with_(recent_places=newest(places), recent_subjects=newest(subjects), recent_years=newest(years))


def newest(items: tuple, count: int = 6) -> tuple:
    """The last `count` different items, in order of their last appearance."""
    return tuple(reversed(tuple(dict.fromkeys(reversed(items)))[:count]))
