"""The glossary and the comparisons with our own figures, as `python -m index check` reads them."""

import re

from index.check_claims import amounts
from index.comparisons import figure_by_id
from index.findings import Finding

FIELDS = frozenset({"AI", "統計", "経営", "研究資金", "法務"})
PLACES = frozenset({"論文要約", "数字の集計", "因果の推定", "投資の試算", "会議での議論"})
NAMES = {"id": "[a-z0-9-]+", "reading": "[ぁ-んァ-ヶー・ A-Za-z0-9]+"}


def check_glossary(path, terms, papers, known):
    """Term ids unique and ASCII, fields known, references exist, and `papers` holds exactly the summaries that name the term."""
    ids, findings = [t.id for t in terms], []
    for term in terms:
        messages = []
        if not re.fullmatch(NAMES["id"], term.id) or ids.count(term.id) > 1:
            messages.append(f"id {term.id!r} must be ASCII and unique")
        if term.field not in FIELDS:
            messages.append(f"field is {term.field!r}; choose one of {', '.join(sorted(FIELDS))}")
        if not re.fullmatch(NAMES["reading"], term.reading):
            messages.append(f"reading {term.reading!r} must be kana")
        messages.extend(f"see_also names {t!r}, which is no term" for t in term.see_also if t not in ids or t == term.id)
        places = ", ".join(sorted(PLACES))
        messages.extend(f"shown_in names {p!r}; choose from {places}" for p in term.shown_in if p not in PLACES)
        if not term.shown_in or bool(term.papers) != ("論文要約" in term.shown_in):
            advice = "terms with papers, and only they, appear in 論文要約"
            messages.append(f"shown_in does not say where the term appears; {advice}")
        messages.extend(f"papers names {p!r}, which has no {'summary or card' if known.cards else 'summary'}" for p in term.papers
                        if p not in known.papers | set(known.cards))
        naming = {p.id for p in papers if term.id in p.glossary}
        messages.extend(f"papers lacks {p!r}, whose summary names the term" for p in sorted(naming - set(term.papers)))
        messages.extend(f"papers holds {p!r}, whose summary does not name the term"
                        for p in sorted(set(term.papers) - naming) if p in {q.id for q in papers})
        findings.extend(Finding(path, term.line, f"{term.id}: {m}") for m in messages)
    return findings


def check_comparisons(path, comparisons, papers, divide):
    """Each comparison names a passage of a summary, a number in it, figures that analytics gives, and holds no number itself."""
    by_id, findings = {p.id: p for p in papers}, []
    for comparison in comparisons:
        paper, messages = by_id.get(comparison.paper), []
        passage = paper and paper.passage(comparison.source)
        if paper is None:
            messages.append(f"paper {comparison.paper!r} has no summary")
        elif passage is None:
            messages.append(f"the summary has no {comparison.source!r}; write for example claim-3 or qa-2")
        elif not passage.basis:
            messages.append(f"{comparison.source} rests on nothing; compare a marked passage")
        elif comparison.stated and comparison.stated not in passage.text:
            messages.append(f"{comparison.source} does not say {comparison.stated!r}: {passage.text!r}")
        messages.extend(f"note holds {n.text!r}; numbers come from the figures" for n in amounts(comparison.note))
        for key in comparison.figures:
            if figure_by_id(divide, key) is None:
                messages.append(f"analytics gives no figure {key!r}")
        messages.extend(comparison.problems())
        findings.extend(Finding(path, comparison.line, m) for m in messages)
    return findings
