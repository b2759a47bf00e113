"""Several questions in one message."""

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.pieces import AI, as_one, complete, filled_in, more_than
from assistant.understand.figures.in_ranking import with_its_members
from assistant.understand.figures.lists_of_each import lists_of_each
from assistant.understand.followup import WHY_ONLY
from assistant.understand.names.periods import read_period
from assistant.understand.text import parts
from assistant.understand.text.matcher import Text, read
from assistant.understand.text.spans import outside
from assistant.understand.turns import in_full


def cut(reader, text: Text) -> tuple[list[str], bool]:
    """The pieces of a message, fewer than two where it asks one question; and whether it asks the same of several years."""
    venues = [hit for hit in reader.places.find(text) if hit.kind == "venue"]
    if dated := parts.cut_dated(text.folded, venues):
        return dated, True
    if len(pieces := parts.cut(text.folded)) > 1:
        return pieces, False
    if listed := lists_of_each(reader, text):
        return listed, False
    named = reader.measured(text)
    others = outside([*reader.countries.find(text), *reader.institutions.find(text)], named)
    return parts.cut_pairs(text.folded, venues, named) or parts.cut_years(text.folded, read_period(text.folded).marks, [*named, *others]), False


def several_questions(reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The questions of a message that holds several, the first one with the others as its parts; None for a single question."""
    pieces, dated = cut(reader, text)
    if len(pieces) < 2:
        return None
    asked: list[Question] = []
    for piece in pieces:
        before = asked[-1] if asked else previous
        about = next((question for question in reversed(asked) if question.intent in DATA_INTENTS), data)
        leaning = f"また、{parts.by_itself(piece)}" if asked and not WHY_ONLY.match(piece) else piece  # takes year and place of the one before
        asked.append(reader.one(read(leaning), before, about, listed=True).with_(text=piece))
    asked = with_its_members(asked, pieces, reader, read)
    beside = more_than(reader.read_alone(full := read(in_full(pieces[1]))), asked[0], full.folded, {hit.end for hit in reader.places.find(full)}) if len(asked) == 2 else None
    if (whole := beside or as_one(asked, pieces, text.folded)) is not None:
        return reader.finished(whole.with_(text=text.folded, inherited=()), text, None)
    if filled_in(asked) or not all(complete(question, piece) for question, piece in zip(asked, pieces, strict=True)):
        return None
    shapes = {(question.intent, question.subjects, question.places or (AI,), question.years, question.statistic) for question in asked}
    if len(shapes) < len(asked):
        return None
    return asked[0].with_(text=text.folded, intent="compare" if dated else asked[0].intent, resolved=" / ".join(question.resolved for question in asked), parts=tuple(asked), recent_subjects=max((question.recent_subjects for question in asked), key=len))
