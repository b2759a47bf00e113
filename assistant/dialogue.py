"""A paper summary told as a conversation between 専務 and メンター: 要点, every 想定問答, one 会議フレーズ; nothing is written twice."""

from dataclasses import dataclass

import prompts

FILE = "dialogue"
EXECUTIVE, MENTOR = "executive", "mentor"


@dataclass(frozen=True)
class Turn:
    """One utterance.

    speaker: `executive` or `mentor`. name: 専務 or メンター. source: id of the passage the words come from (`<paper>#qa-3`), "" for
    the joints.
    """

    speaker: str
    name: str
    text: str
    source: str = ""


def dialogue(paper) -> tuple[Turn, ...]:
    """index.papers.PaperSummary → turns, 専務 first, the two in alternation. Sources are ids that `Index.lookup` knows."""
    pairs = [opening(paper), *(question_and_answer(paper, qa) for qa in paper.questions), closing(paper)]
    return tuple(turn for pair in pairs for turn in pair)


def turn(speaker: str, template: str, source: str = "", **values: str) -> Turn:
    """One utterance from a template of prompts/dialogue.yaml."""
    return Turn(speaker, prompts.render(FILE, speaker), prompts.render(FILE, template, **values), source)


def opening(paper) -> tuple[Turn, Turn]:
    """The conclusion, asked for and given: the first of the 要点."""
    point = paper.points[0]
    answer = turn(MENTOR, "conclusion", f"{paper.id}#point-{point.number}", point=point.text)
    return turn(EXECUTIVE, "ask_conclusion", title=paper.title_ja), answer


def question_and_answer(paper, qa) -> tuple[Turn, Turn]:
    """One 想定問答."""
    source = f"{paper.id}#qa-{qa.number}"
    return turn(EXECUTIVE, "question", source, question=qa.question), turn(MENTOR, "answer", source, answer=qa.answer)


def closing(paper) -> tuple[Turn, Turn]:
    """The first 会議フレーズ, so that the talk ends with words to use."""
    phrase = paper.phrases[0]
    source = f"{paper.id}#phrase-{phrase.number}"
    return turn(EXECUTIVE, "ask_phrase"), turn(MENTOR, "phrase", source, scene=phrase.scene, phrase=phrase.text)
