"""Why firms came to stand for more: the reasons that papers give, one passage each. `library` is the Library."""

import re

from assistant.evidence.collector import Collector
from assistant.evidence.foremost import METHODS
from assistant.evidence.opposition import STANCE

RISING_FIRMS = ("firm_share", "big_tech_share", "firm_only_share", "firm_university_share", "firm_elite_share")
# (name, the words of a passage that give that reason), in the order of telling.
REASONS = (
    ("leap", re.compile(r"深層学習[^。]{0,12}飛躍")),
    ("compute", re.compile(r"計算資源を使う機会の不平等|計算資源[^。]{0,30}差が[^。]{0,30}分けた|計算量は[^。]*倍|学習費用[^。]*倍")),
    ("talent", re.compile(r"民間(?:企業)?(?:に|へ)?(?:の)?就職|引き抜")),
)


def cite_reasons(library, box: Collector) -> None:
    """Cite the first passage of the corpus that gives each reason under `reason_NAME`, none of a paper that opposes the divide, no paper twice."""
    cited: set[str] = set()
    stated = [chunk for chunk in library.index.chunks if chunk.kind in ("point", "claim") and library.papers[chunk.source_id].stance != STANCE and library.papers[chunk.source_id].theme != METHODS]
    for name, said in REASONS:
        for passage in [chunk for chunk in stated if said.search(chunk.display) and chunk.source_id not in cited][:1]:
            library.cite(box, passage, f"reason_{name}")
            cited.add(passage.source_id)
