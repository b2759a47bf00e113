"""English words of research inside a Japanese sentence, put into Japanese: 「その論文のmethodは? causalと言えるのか」 reads as 「その論文の方法は? 因果と…」."""

import re
from functools import lru_cache

import prompts
from assistant.understand.text.english_figures import english_figures

JAPANESE = r"ぁ-んァ-ヴー一-龥"
# What stands in Latin letters up to where Japanese goes on; a name of authors may lead it (「Ahmed & Wahedのpaper」 as 「Ahmed & Wahed paper」).
RUN = re.compile(rf"(?<![A-Za-z0-9/])(?P<run>[A-Za-z][A-Za-z'-]*(?: (?:& )?[A-Za-z][A-Za-z'.-]*)*) ?(?=[{JAPANESE}、。・」])")
# A firm may be called by such a word: 「Evidenceの論文の割合は」.
OF_A_FIRM = re.compile(r"の(?:論文|割合|比率|シェア|参加|順位|本数)")
NAMED = re.compile(r"(?P<name>(?:.* )?[A-ZÀ-Ž][a-zß-ž]{2,}(?: et al\.?)?) (?P<words>[a-z][a-z -]*)")
THE = re.compile(r"^(?:the|an?|any|its|their) ", re.IGNORECASE)
# 「give me the gist of Ahmed & Wahed」: a whole English sentence that asks for the points of something.
GIST_OF = re.compile(r"^(?:(?:please|can|could|would) )*(?:(?:you )?(?:please )?(?:give|tell|show) (?:me |us )?|what(?:'s| is| are) |i (?:need|want) |summar(?:ize|ise)(?= ))?(?:the |a )?(?:(?:quick |short |brief )?(?:gist|main points?|key points?|main message|key findings?|main findings?|takeaways?|summary)(?: of)|(?<=summarize)|(?<=summarise)) (?P<work>[^?.!]{3,60})[?.!]*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def words() -> dict[str, str]:
    """English → Japanese, in small letters, plurals in -s too."""
    told = {english.lower(): japanese for japanese, forms in prompts.lexicon("english_words")["words"].items() for english in forms}
    return {f"{english}s": japanese for english, japanese in told.items()} | told


def in_japanese(text: str) -> str:
    """The text with the English words of research that stand in Japanese sentences put into Japanese, and measures in English named as the lexicon has them; any other English stays."""
    return RUN.sub(translated, english_figures(text))


def translated(match: re.Match) -> str:
    run = THE.sub("", match["run"])
    if run[:1].isupper() and " " not in run and OF_A_FIRM.match(match.string, match.end()):
        return match.group()
    if (japanese := words().get(run.lower())) is not None:
        return japanese
    named = NAMED.fullmatch(run)
    japanese = words().get(named["words"]) if named else None
    return f"{named['name']}の{japanese}" if japanese else match.group()


def points_of(text: str, is_work) -> str:
    """An English sentence that asks for the points of a work as the Japanese question; any other text as it is. is_work: a name → whether it is a work of ours."""
    match = GIST_OF.match(text)
    return f"{match['work'].strip()}の要点" if match and text.isascii() and is_work(match["work"]) else text
