"""What comes back from a model: cleaned, and refused where it is no answer (empty, refusal, leak, other language, cut off)."""

import re

HTML = re.compile(r"</?[A-Za-z!][^>]{0,400}>")
THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.S)
FENCE = re.compile(r"^```[a-zA-Z]*\s*$", re.M)
IMAGE, LINK, ADDRESS = re.compile(r"!\[[^\]]*\]\([^)]*\)"), re.compile(r"\[([^\]]*)\]\([^)]*\)"), re.compile(r"(?:https?|javascript|data|ftp)://?[^\s）)」】]*|www\.[^\s）)」】]+")
SOURCES = re.compile(r"\n\s*(?:\*\*|#+\s*)?(?:出典|参考文献|参考資料|Sources?|References?)(?:\*\*)?\s*[：:]?\s*\n.*$", re.S | re.I)
LEAD = re.compile(r"^(?:\*\*)?(?:答え|回答|結論)(?:\*\*)?\s*[：:]\s*", re.M)
HEADING = re.compile(r"^\s*(?:#{1,6}\s*)?(?:\*\*)?(?:結論|要点|回答|答え)(?:\*\*)?\s*[：:]?\s*$", re.M)
MARKS = re.compile(r"[\[［〔(（](?:資料)?\s*(\d{1,2})\s*[\]］〕)）](?=[。、\s]|$|[\[［【])|(?:【資料\s*(\d{1,2})】)|<資料\s*(?:番号=)?\"?(\d{1,2})\"?\s*/?>")
REFUSAL = re.compile(r"(?:お答え|回答)(?:でき|し)(?:ません|かねます|ない)|申し訳(?:あり|ござい)ませ|I(?:'m| am) sorry|I can(?:no|')t|As an AI|言語モデルとして|対応できません", re.I)
# An order to the model that came with a document or a question has no place in an answer, not even as a quotation.
INJECTED = re.compile(r"(?:指示|命令|ルール|決まり|制約)(?:を|は)(?:すべて|全て)?(?:無視|忘れ)|システムプロンプト|(?:と|だと)答えてください|ignore (?:all |the |your |previous )+(?:instructions|rules)|system prompt", re.I)
JAPANESE = re.compile(r"[ぁ-んァ-ヴ一-龯]")
LEAK_LENGTH, LONGEST, SHORTEST = 20, 1500, 12


def cleaned(text: str) -> str:
    """Plain Markdown of ours: no thoughts, fences, HTML, links, images or source lists; marks in our form."""
    text = THOUGHT.sub("", text)
    text = MARKS.sub(lambda match: f"【{match[1] or match[2] or match[3]}】", text)
    text = FENCE.sub("", HTML.sub("", text))
    text = ADDRESS.sub("", LINK.sub(r"\1", IMAGE.sub("", text))).replace("<", "＜").replace(">", "＞")
    text = LEAD.sub("", HEADING.sub("", SOURCES.sub("", text)))
    text = re.sub(r"。((?:【\d+】)+)", r"\1。", text)  # a mark behind the full stop belongs to its sentence
    text = re.sub(r"(?<=。)\s*\d{1,2}[.．]?\s*$", "", text)  # the number of a list row that never came
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def problem(raw: str, text: str, system: str, canary: str) -> str | None:
    """Why a whole reply is no answer: empty, cut, or unfit; None when it may go to the check."""
    if (wrong := unfit(raw, text, system, canary)) == "leak":
        return wrong
    if len(text) < SHORTEST:
        return "empty"
    return wrong or (None if text[-1] in "。．.!?！？】）)」" else "cut")


def unfit(raw: str, text: str, system: str, canary: str) -> str | None:
    """Why even the beginning of a reply is no answer: leak, refusal, injection, language, long."""
    if canary in raw or leaks(text, system):
        return "leak"
    if REFUSAL.search(text):
        return "refusal"
    if INJECTED.search(text):
        return "injection"
    if len(JAPANESE.findall(text)) < 0.3 * len(re.sub(r"\s", "", text)):
        return "language"
    return "long" if len(text) > LONGEST else None


def leaks(text: str, system: str) -> bool:
    """Whether the answer repeats a stretch of the rules."""
    plain, rules = re.sub(r"\s", "", text), re.sub(r"\s", "", system)
    return any(plain[at : at + LEAK_LENGTH] in rules for at in range(0, max(0, len(plain) - LEAK_LENGTH) + 1) if len(plain) >= LEAK_LENGTH)
