"""Why firms came to stand for more: the reasons that papers give, one passage each. `library` is the Library."""

import re

from assistant.evidence.collector import Collector
from assistant.evidence.foremost import themes
from assistant.evidence.opposition import STANCE

POOL = 40
RISING_FIRMS = ("firm_share", "big_tech_share", "firm_only_share", "firm_university_share", "firm_elite_share")
# (name, what is looked for, the words of a passage that give that reason), in the order of telling.
REASONS = (
    ("leap", "2012年の深層学習の予想外の飛躍", re.compile(r"深層学習[^。]{0,12}飛躍")),
    ("compute", "計算資源を使う機会の不平等 計算量と学習費用の増加", re.compile(r"計算資源を使う機会の不平等|計算資源[^。]{0,30}差が[^。]{0,30}分けた|計算量は[^。]*倍|学習費用[^。]*倍")),
    ("talent", "AIの博士号を持つ人材の民間企業への就職 引き抜き", re.compile(r"民間(?:企業)?(?:に|へ)?(?:の)?就職|引き抜")),
)


def cite_reasons(library, box: Collector) -> None:
    """Cite the passage that gives each reason under `reason_NAME`, none of a paper that opposes the divide, no paper twice."""
    cited: set[str] = set()
    for name, query, said in REASONS:
        found = library.search(query, k=POOL, kinds=("point", "claim"), filters={"theme": themes(library)}, per_parent=None)
        telling = [passage for passage in found if said.search(passage.display) and passage.source_id not in cited and library.papers[passage.source_id].stance != STANCE]
        for passage in telling[:1]:
            library.cite(box, passage, f"reason_{name}")
            cited.add(passage.source_id)
