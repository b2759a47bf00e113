"""Where a work appeared and whether it was reviewed, as far as its summary tells."""

import re

# Sentences of a summary that tell where the work itself appeared, or whether it was reviewed.
REVIEW = re.compile(
    r"査読つきの反証です|査読(?:（[^）]*）)?を(?:経て|経ず|受けた研究では)|査読前(?:の論文でした|論文でした)|査読なし|学術誌[^。]*(?:への掲載は|受け付け)|(?:科学誌|学術誌)[A-Za-z ]*に(?:載っ|掲載され)|"
    r"^論文は[^。]*arXiv[^。]*投稿され|発表は[^。]*arXiv|arXivに[^。]*出た"
)
NOT_REVIEWED = re.compile(r"査読(?:（[^）]*）)?を(?:経て(?:い)?ません|経ず|受けた研究では)|査読前|査読なし|arXiv")


def stated_standing(library, work: str) -> tuple[object, str] | None:
    """(passage, its sentence) that tells where a work appeared or whether it was reviewed; what says so of a review first. None where none does."""
    told = []
    for chunk in library.index.chunks:
        if chunk.source_id == work and chunk.kind in ("section", "claim"):
            told += [(chunk, sentence) for sentence in re.findall(r"[^。\n]+。", chunk.display) if REVIEW.search(sentence)]
    return min(told, key=lambda pair: ("査読" not in pair[1], "arXiv" in pair[1]), default=None)
