"""Hides company names, personal names and amounts from a text before it leaves the machine, and puts them back.

Own detectors: patterns that need white space around a name miss almost everything in Japanese.
"""

import re
from dataclasses import dataclass, field

from index.numerals import find_numerals

NAMES = {"company": "社名", "person": "人名", "amount": "金額"}
WORD = r"[一-龯々ァ-ヴーA-Za-z0-9＆&・]"
LEGAL = r"株式会社|有限会社|合同会社|合資会社|一般社団法人|一般財団法人|\(株\)|（株）|㈱"
COMPANY = re.compile(rf"(?:{LEGAL})\s?{WORD}{{2,20}}|{WORD}{{2,20}}?(?:{LEGAL})|(?<![一-龯])[ァ-ヴーA-Z][ァ-ヴーA-Za-z0-9]{{1,15}}社(?![員会長内外団])|[一-龯]{{2,8}}(?:製作所|工業|電機|商事|物産|製薬|銀行|証券|建設|化学|自動車|重工|食品|通信|鉄道)(?:社)?(?![一-龯])")
TITLES = "様|さん|氏|君|殿|先生|社長|会長|専務|常務|部長|課長|係長|主任|取締役|執行役員|教授|本部長|室長|マネージャー"
# A role alone (事業部長, 経営会長) is no name: one to four kanji or katakana that are not a department.
PERSON = re.compile(rf"(?<![一-龯ァ-ヴー])(?!(?:事業|経営|営業|人事|総務|経理|技術|開発|研究|企画|製造|財務|法務|広報|情報|副|代表|各|担当|お客|皆|同)(?:{TITLES}|部|本))[一-龯々ァ-ヴー]{{1,5}}(?:\s[一-龯々]{{1,3}})?(?={TITLES})")
CONTACT = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}|0\d{1,4}-\d{1,4}-\d{3,4}")
MONEY = ("円", "ドル", "ユーロ")


@dataclass
class Mask:
    """One conversation with a model: the same words get the same placeholder (〔社名1〕) throughout.

    `public`: names, in lower case, that the product's own data publishes and that are therefore left alone.
    """

    kinds: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()
    hidden: dict[str, str] = field(default_factory=dict)

    def hide(self, text: str) -> str:
        """The text with everything to be hidden replaced. Addresses and telephone numbers go with personal names."""
        spans: list[tuple[int, int, str]] = []
        if "person" in self.kinds:
            spans += [(*match.span(), "person") for pattern in (CONTACT, PERSON) for match in pattern.finditer(text)]
        if "company" in self.kinds:
            spans += [(*match.span(), "company") for match in COMPANY.finditer(text) if match.group().lower().removesuffix("社") not in self.public]
        if "amount" in self.kinds:
            spans += [(numeral.start, numeral.end, "amount") for numeral in find_numerals(text) if numeral.unit in MONEY]
        for start, end, kind in reversed(without_overlaps(spans)):
            text = text[:start] + self.placeholder(text[start:end], kind) + text[end:]
        return text

    def placeholder(self, words: str, kind: str) -> str:
        for placeholder, hidden in self.hidden.items():
            if hidden == words and NAMES[kind] in placeholder:
                return placeholder
        placeholder = f"〔{NAMES[kind]}{1 + sum(NAMES[kind] in known for known in self.hidden)}〕"
        self.hidden[placeholder] = words
        return placeholder

    def restore(self, text: str) -> str:
        """The text with the hidden words back in their places."""
        return re.sub(r"〔(?:社名|人名|金額)\d+〕", lambda match: self.hidden.get(match.group(), match.group()), text)


def without_overlaps(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """In order of position; of overlapping ones the longest."""
    chosen: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if not any(span[0] < end and start < span[1] for start, end, _ in chosen):
            chosen.append(span)
    return sorted(chosen)
