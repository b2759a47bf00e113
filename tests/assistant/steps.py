"""The building blocks of an answer one by one: the checked draft with the evidence it cites, which `ask` keeps inside."""

from assistant.models import Question
from assistant.phrases import answer_phrases, sayings
from assistant.roi import answer_roi
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.write.data import write_data
from assistant.write.layout import finish
from assistant.write.words import write_words


def drafted(assistant, text):
    """Question text → (settled Question, finished Draft, cited Evidence), by the steps of Assistant.answer."""
    question = assistant.understanding.understand(text)
    if question.intent == "roi":
        draft, evidence, readings = answer_roi(question)
        return (question.with_(readings=(*question.readings, *readings)), *finish(draft, evidence))
    if question.intent == "phrases":
        draft, evidence, readings = answer_phrases(question, assistant.divide, sayings(question, assistant.library))
        return (question.with_(readings=(*question.readings, *readings)), *finish(draft, evidence))
    if question.intent in DATA_INTENTS:
        gathered = assistant.data.gather(question)
        settled = settle(question, gathered)
        draft = write_data(settled, gathered.evidence)
    else:
        gathered = assistant.words.gather(question)
        settled = settle(question, gathered).with_(paper=gathered.paper, term=gathered.term)
        draft = write_words(settled, gathered, assistant.library)
    return (settled, *finish(draft, gathered.evidence))


def settle(question: Question, gathered) -> Question:
    return question.with_(readings=tuple(dict.fromkeys((*question.readings, *gathered.readings))))


def section(text, heading):
    """Lines below a heading (結論, 要点, 留意点, 出典) of an answer; 経営への示唆 stands on its heading's own line."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith(f"**{heading}**")]
    if not starts:
        return []
    rest = lines[starts[0]].removeprefix(f"**{heading}**").strip()
    found = [rest] if rest else []
    for line in lines[starts[0] + 1 :]:
        if not line.strip() or line.startswith("**"):
            break
        found.append(line)
    return found
