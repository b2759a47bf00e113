"""The tools an agent may call: the product's own functions. Whatever they find is added to the evidence under new numbers."""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

import prompts
from analytics import NotInData
from assistant.evidence.found import NothingFound
from assistant.llm.masking import Mask
from assistant.llm.messages import evidence_block, without_orders
from assistant.models import Evidence, Item
from index.errors import RetrievalError

log = logging.getLogger("rashinban.llm")
MAX_ITEMS = 12


class Box:
    """The evidence of one answer, growing while tools are called."""

    def __init__(self, evidence: Evidence):
        self.lock, self.evidence = threading.Lock(), evidence

    def add(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The same pieces under the numbers they have here; what is known keeps its number."""
        with self.lock:
            known = {item.citation.id: item for item in self.evidence.items}
            for item in items:
                if item.citation.id not in known and len(known) < len(self.evidence.items) + MAX_ITEMS:
                    number = len(known) + 1
                    known[item.citation.id] = replace(item, n=number, citation=replace(item.citation, n=number))
            self.evidence = replace(self.evidence, items=tuple(known.values()))
            return tuple(known[item.citation.id] for item in items if item.citation.id in known)


def functions(assistant, box: Box, mask: Mask) -> list[tuple[str, str, Callable[[str], str]]]:
    """(name, description, function from a Japanese sentence to delimited evidence)."""

    def gathered(intents: tuple[str, ...] | None) -> Callable[[str], str]:
        def look(text: str) -> str:
            try:
                question = assistant.understanding.understand(mask.restore(str(text))[:500])
                if intents is not None and question.intent not in intents:
                    question = question.with_(intent=intents[0])
                items = box.add(without_orders(assistant.evidence_of(question).items))
            except (NotInData, NothingFound, RetrievalError) as error:
                log.info("tool found nothing: %s", type(error).__name__)
                items = ()
            return mask.hide(evidence_block(items)) if items else prompts.render("llm", "tool_nothing")

        return look

    kinds = {"figures": ("figure", "trend", "compare", "rank"), "search": ("explain", "paper", "why", "limits", "strategy"), "roi": ("roi",), "phrases": ("phrases",)}
    return [(name, prompts.render("llm", f"tool_{name}"), gathered(intents)) for name, intents in kinds.items()]


