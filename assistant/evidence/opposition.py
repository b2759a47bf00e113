"""Papers that oppose the view of a compute divide, by the sentences that do. `library` is the Library."""

import re

STANCE = "contradicts"  # a paper's stance on the divide
POOL, MOST = 40, 3
# Words of a sentence that speak against the divide; others of the same papers tell of the sample, of a limit or of an exception, or speak for it.
OPPOSES = re.compile(r"(?:計算資源|機械|GPU)より(?:も)?[^。]{0,6}(?:人材|人|データ)|(?:人材|人|データ)の(?:ほう|方)が|単純すぎ|(?:ほぼ|ほとんど)(?:互角|等し)|思われているほど|反証")


def opposing_statements(library, query: str) -> list:
    """The statement of each opposing paper that is nearest to a query among those whose words oppose, nearest paper first."""
    pool = library.search(query, k=POOL, kinds=("point", "claim"), filters={"stance": STANCE}, per_parent=None)
    chosen: dict[str, object] = {}
    for passage in pool:
        if OPPOSES.search(passage.display):
            chosen.setdefault(passage.source_id, passage)
    return list(chosen.values())[:MOST]
