"""The text of an investment as it is read: one way to write spans, factors and fractions, without what is taken back."""

import re
import unicodedata

from assistant.understand.investment_slots import told_once, without_rejected

REPLACED = re.compile(r"[^、。]{1,12}(?:じゃなくて|じゃなく|ではなくて|ではなく)、?")  # 「5年じゃなくて3年」 takes 5 back


def plain(text: str) -> str:
    """NFKC, with the ways to write a span of years made one (5カ年, 半年, 1年半) and English factors in Japanese (half, double)."""
    text = unicodedata.normalize("NFKC", text)
    text = told_once(without_rejected(REPLACED.sub("", text)))
    text = re.sub(r"(?<=[0-9一二三四五六七八九十])\s*[カヵヶケ箇か個]年(?:間|計画)?", "年間", text)
    text = re.sub(r"([0-9]+)年半", lambda match: f"{12 * int(match[1]) + 6}か月", text)
    for word, times in (("half|halved|halves", "半分"), ("doubled?|doubles|twice", "2倍"), ("tripled?|triples", "3倍")):
        text = re.sub(rf"(?<![A-Za-z])(?:{word})(?![A-Za-z])(?! a? ?year)", times, text, flags=re.IGNORECASE)
    if "補助" in text or "助成" in text:
        text = re.sub(r"(?<![0-9/.])([1-9])/([2-9])(?![0-9/])", r"\2分の\1", text)  # 「2/3補助」 is no date
    return re.sub(r"半年(?!ごと)", "6か月", text)
