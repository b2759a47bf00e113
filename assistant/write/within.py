"""An answer of at most so many characters or sentences: whole sentences of the longer one, as many as fit."""

import re

import prompts
from assistant.understand.text.lengths import Length
from assistant.verify.segments import split
from assistant.write.layout import MARK, Page
from assistant.write.quoted import with_mark

ANSWERS = re.compile(r"^(?:はい|いいえ|あります|ありません|できま)")  # what answers without a source of its own


def within(page: Page, style: str) -> Page:
    """The page within the limit of `style` (see assistant.understand.text.lengths); where no sentence fits, its shortest one, which is said."""
    chosen, fits = kept([*page.conclusion, *page.points], style)
    if not chosen:
        return page
    return Page(conclusion=chosen, caveats=[] if fits else [prompts.render("answers/data", "within_none")])


def kept(texts: list[str], style: str) -> tuple[list[str], bool]:
    """The sentences of texts that fit into a limit, in order, none of a text without those before it, and whether any did. What only leads to a source is left out."""
    told = [cut for text in texts if (cut := apart(text))]
    limit = Length.of_style(style)
    if limit.characters is None:
        return [sentence for cut in told for sentence in cut][: limit.sentences], True
    chosen, left = [], limit.characters
    for cut in told:
        for sentence in cut:
            if shown(sentence) > left:
                break
            chosen.append(sentence)
            left -= shown(sentence)
    return (chosen, True) if chosen else (sorted((cut[0] for cut in told), key=shown)[:1], False)


def apart(text: str) -> list[str]:
    """The sentences of a text, each with the marks that it rests on; none where the text has no mark and answers nothing."""
    sentences, marked = split(text.replace("\n", "")), MARK.search(text)
    if marked is None:
        return sentences if ANSWERS.match(text) else []
    return [sentence if MARK.search(sentence) else with_mark(sentence, mark_after(sentences[at:])) for at, sentence in enumerate(sentences)]


def mark_after(sentences: list[str]) -> str:
    """The first mark in sentences; none where there is none."""
    return next((match.group() for sentence in sentences if (match := MARK.search(sentence))), "")


def shown(sentence: str) -> int:
    """Characters of a sentence as a reader counts them: without marks and markup."""
    return len(MARK.sub("", sentence).replace("**", ""))
