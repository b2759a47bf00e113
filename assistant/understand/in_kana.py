"""Questions written in kana (「とうだいの ろんぶんの わりあい」, 「ICLR 2019ネン キギョウ サンカリツ シラセ コウ」), put into the characters of the lexicon."""

import re
import threading
from collections.abc import Callable, Iterable
from typing import Protocol

import prompts
from assistant.understand.names.places import hiragana
from assistant.understand.text.kana import CALENDAR, ERAS

KANJI = re.compile(r"[一-龥]")
COUNTED_KANJI = re.compile(rf"(?<=[0-9])[一-龥]{{1,2}}(?![一-龥])|何(?=[%割本位倍年])|(?:{'|'.join(ERAS.values())})(?=[0-9元])|(?:{'|'.join(CALENDAR.values())})")  # 2021年, 令和3年, 来年, 何%: they tell nothing of the rest
RUN, KATAKANA_RUN = re.compile(r"[ぁ-んー]+"), re.compile(r"[ァ-ヴー]{2,}")
READABLE = re.compile(r"[一-龥ァ-ヴー・]{2,}")
LEAST, ANYWHERE, NAME_ANYWHERE = 2, 4, 6  # kana of a name; of a word, and of a name, that may begin in the middle of a run
LINK = re.compile(r"の[とはがを]|では|には|での|との|にも|への|とは|って|から|まで|だと|より|[のはがをにでともやへ]")
FUNCTION = re.compile(r"(?:[のはがをにでともやへかよねなー]|です|でした|ます|ました|から|まで|だけ|だと|なら|では|いる|ある|した|する|たい)*")
# What a word ends before: particles, and the forms of です, だけ and the like.
BEHIND = r"(?=[^ぁ-んー]|$|って|から|まで|だけ|なら|です|だと|では|だっ|より|いがい|べつ|どうし|かん(?!が)|ごと|など|しか|さん|こみ|なし|ない|おしえ|おねがい|みせ|しりたい|ください|ちょうだい|どう|どこ|だれ|なに|なん|いつ|いく[らつ]|[のはがをにでともやへかねなあ、])"
WHOSE = re.compile(r"の|と(?!は)")
OF_PAPERS = re.compile(r"の(?:ろんぶん|わりあい|しぇあ|ひりつ|きかん|きぎょう|だいがく|えーあい)")
ABOUT_FIGURES = re.compile(r"論文|割合|比率|率|シェア|しぇあ|会議|学会|分野|本数|何[%割本倍位]|(?:19|20)[0-9]{2}年|ai", re.IGNORECASE)
# 「そにーは?」 alone asks of whom it names; what else is asked of an institution (「そにーの かんがえかた」) is told by words that are not held in kana.
BEFORE_BARE = re.compile(r"(?:(?:じゃあ?|では|で|あと|それと)、?)?")
BEHIND_BARE = re.compile(r"(?:さん)?(?:は|も|って|だと|なら|やったら|の(?:は|も|ほうは|ばあいは))?(?:どう|いくつ|なんぼ|どない|どれくらい|どんなもん)?(?:です|でしょう|や)?か?[??。]*")
LEADING, NAMED = re.compile(r"(?:^|(?<=[、。 「]))[ぁ-ん][ぁ-んー]+"), re.compile(r"の|は|が|って|と(?!は)|も|、|$")
HIRAGANA, KANA = re.compile(r"[ぁ-ん]"), re.compile(r"[ぁ-んァ-ヴ]{2}")
YEARS = (
    (re.compile(r"(?<= )(?:[ノハヲガニトデモ]|ダケ|ノミ|カラ|マデ|デハ|ダケノ|ノミノ)(?= )"), lambda match: hiragana(match.group())), (re.compile(r"(?<=[0-9])(?:ねん|ネン|年)(?:まえ|マエ)"), "年前"), (re.compile(r"(?<=[0-9])(?:ねんご|ネンゴ)(?=[のはにとでを、 ??。]|$)"), "年後"),
    (re.compile(r"(?<=[0-9])(?:ねんかん|ネンカン)"), "年間"), (re.compile(r"(?<=[0-9])(?:ねん(?:ど)?|ネン(?:ド)?)"), "年"), (re.compile(r"(?<=[0-9])ぱーせんと"), "%"), (re.compile(r"(?<=[0-9])まんえん"), "万円"), (re.compile(r"(?<=[0-9])おくえん"), "億円"), (re.compile(r"れいわ(?=\s?(?:[0-9]|がんねん|元))"), "令和"), (re.compile(r"へいせい(?=\s?(?:[0-9]|がんねん|元))"), "平成"), (re.compile(r"(?<=[和成])がんねん"), "元年"),
)  # fmt: skip
# 「おおい くには どこ」「キギョウ ダケ ノ ロンブン」: what goes on after a space as if there were none.
SPACED = re.compile(r"(?<=[一-龥ァ-ヴ]) (?=[数率別](?![一-龥]))| (?=(?:だけの?|のみの?|[のがはをにでとも]|から|まで|では)(?: |$))|(?<=[ぁ-ん]) (?=[ぁ-んァ-ヴ一-龥0-9A-Za-z])")
# 「シラセ コウ」「ヘントウ タノム」: how a telegram asks.
TELEGRAM_END = re.compile(r"[ 、]*(?:シ(?:キュウ|ラベ)[ 、]*)?(?:ヲ[ ]?)?(?:オ?シラセ|オシエ|ヘンジ|ヘントウ|カイトウ|レンラク|ヘンデン|ゴ?ホウコク|チョウサ)[ ]?(?:テ(?:クダサイ|ホシイ|ネ)?|コウ|タノム|タノミマス|マツ|ネガウ|ネガイマス|ラレタシ|ラレタク|アレ|サレタシ|サレタク|クダサイ|クダサレ|モトム|シタシ)?[。 ]*$")
WHAT_IS = re.compile(r"トハ[ 、]*(?:ナニカ|ナンゾヤ|ナンゾ|ナニ|ナンダ|イカニ)[??。]*$")


class Reader(Protocol):
    """The finders of what a question names."""

    institutions: object
    countries: object
    groups: object
    places: object
    metrics: object


class InKana:
    """Sound → word, made at first need. Safe to share between threads."""

    def __init__(self, tokens: Callable, reader: Reader):
        """tokens: a text → its morphemes, each with its reading and whether a dictionary holds it."""
        self.tokens, self.reader = tokens, reader
        self.lock = threading.Lock()
        self.table: dict[str, str] | None = None
        self.begun = self.within = None
        self.names = self.doubtful = self.likely = self.named = self.ordinary = frozenset()

    def warm(self) -> None:
        """Read the names aloud (some tenths of a second)."""
        with self.lock:
            if self.table is not None:
                return
            lexicon, reader = prompts.lexicon("kana"), self.reader
            words = {sound: word for word, sounds in lexicon["words"].items() for sound in sounds}
            institutions, countries = self.aloud(reader.institutions.words), self.aloud(reader.countries.phrases.table)
            others = self.aloud([*reader.groups.table, *reader.metrics.phrases.table, *(phrase for phrase, found in reader.places.loose.table.items() if found[0][0] == "field")], kanji=True)
            # What is not held, and words that tell what kind of answer is wanted: their sounds are long enough to be no other words.
            told = {sound: word for sound, word in self.aloud(self.other_words(), kanji=True).items() if len(sound) >= ANYWHERE}
            names = {sound: name for sound, name in {**told, **institutions, **countries, **others}.items() if sound not in lexicon["never"]}
            self.doubtful, self.likely = frozenset(lexicon["doubtful"]), frozenset(lexicon["likely"])
            self.ordinary, self.named = frozenset(sound for sound in institutions if self.is_word(sound)), frozenset(institutions.keys() - words.keys())
            within = {sound for sound in words if len(sound) >= ANYWHERE} | {sound for sound in names if len(sound) >= NAME_ANYWHERE}
            self.begun, self.within = pattern({*words, *names}), pattern(within)
            self.names = frozenset({*institutions, *countries} & names.keys() - words.keys())
            self.table = {**names, **words}

    @staticmethod
    def other_words() -> list[str]:
        """The words of the lexicon by which questions are refused, and those of kinds of answers."""
        return [str(word) for words in (*prompts.lexicon("scope").values(), *prompts.lexicon("intents").values()) for word in words]

    def aloud(self, names: Iterable[str], kanji: bool = False) -> dict[str, str]:
        """Names by their sound; of two that sound the same the one in katakana (ドイツ, 独逸), with `kanji` the one in kanji (大手, オオテ)."""
        return {sound: name for name in sorted(names, key=lambda name: (KANJI.search(name) is not None) is kanji) if READABLE.fullmatch(name) and len(sound := hiragana("".join(token.reading_form() for token in self.tokens(name)))) >= LEAST and not KANJI.search(sound)}

    def is_word(self, sound: str) -> bool:
        """Whether a sound is an everyday word too: とうだい, きょうだい."""
        first = next(iter(self.tokens(sound)))
        return first.surface() == sound and not first.is_oov() and first.part_of_speech()[1] != "固有名詞"

    def in_kanji(self, text: str) -> str:
        """A message in kana, with kanji only where none of it is hiragana, in the characters of the lexicon; in any other text about figures only the name
        that a sentence begins on."""
        if not KANA.search(text):
            return text
        telegram = not HIRAGANA.search(text)
        if not telegram and KANJI.search(COUNTED_KANJI.sub("", text)):
            return LEADING.sub(self.leading, text) if ABOUT_FIGURES.search(text) else text
        told = WHAT_IS.sub("とは何ですか", TELEGRAM_END.sub("、教えてください", text)) if telegram else text
        self.warm()
        for said, plain in YEARS:
            told = said.sub(plain, told)
        told = KATAKANA_RUN.sub(lambda run: self.telegraphed(run.group()), told)
        written = SPACED.sub("", RUN.sub(lambda run: self.written(run.group(), joined=joined(run)), told))
        if not (ABOUT_FIGURES.search(written) or self.bare(written)):
            return written
        written = KATAKANA_RUN.sub(lambda run: self.telegraphed(run.group(), names=True), written) if telegram else written
        return RUN.sub(lambda run: self.written(run.group(), True, joined(run)), written)

    def bare(self, text: str) -> bool:
        """Whether a message names an institution and nothing else."""
        start = BEFORE_BARE.match(text).end()
        match = self.word(text, start, True)
        return match is not None and match.group() in self.named - self.ordinary and BEHIND_BARE.fullmatch(text, match.end()) is not None

    def leading(self, run: re.Match) -> str:
        """A run that a sentence among kanji begins on, where it begins on an institution or country: 「とよたは2020年のAI会議の論文の」."""
        self.warm()
        match = self.word(run.group(), 0, True)
        named = match is not None and match.group() in self.names - self.ordinary and NAMED.match(run.group(), match.end())
        return self.written(run.group(), names=True) if named and not (match.end() == len(run.group()) and KANJI.match(run.string, run.end())) else run.group()

    def telegraphed(self, run: str, names: bool = False) -> str:
        """A run of katakana that holds native words of ours, and nothing else but particles, in our characters; a name in katakana as it is."""
        written = self.written(hiragana(run), names)
        return written if KANJI.search(written) and FUNCTION.fullmatch("".join(RUN.findall(written))) else run

    def written(self, run: str, names: bool = False, joined: bool = True) -> str:
        """A run of hiragana with the words it holds; with `names`, also institutions, and countries that sound like other words. `joined`: something stands right before it,
        so that it may begin on a particle."""
        pieces, index, begun = [], 0, True
        while index < len(run):
            if (match := self.word(run, index, begun)) is not None:
                sound = match.group()
                unsure = sound in self.named or sound in self.likely and not OF_PAPERS.match(run, match.end())
                pieces.append(sound if unsure and not names else self.table[sound])
                index, begun, joined = match.end(), True, True
                continue
            link = LINK.match(run, index) if begun and joined else None
            begun = link is not None and self.word(run, link.end(), True) is not None
            end = link.end() if begun else index + 1
            pieces.append(run[index:end])
            index = end
        return "".join(pieces)

    def word(self, run: str, start: int, begun: bool) -> re.Match | None:
        """The word of ours that stands there; `begun`: whether one may begin there that is too short to be told inside a run."""
        match = (self.begun if begun else self.within).match(run, start)
        return match if match and self.meant(match, run) else None

    def meant(self, match: re.Match, run: str) -> bool:
        """Whether a word that sounds like the name of a country is it: before what is theirs."""
        if match.group() not in self.doubtful:
            return True
        return (WHOSE if match.group() in self.likely else OF_PAPERS).match(run, match.end()) is not None


def pattern(words: Iterable[str]) -> re.Pattern:
    """Any of the words where a word ends, the longest first."""
    either = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    return re.compile(rf"(?:{either})(?:{BEHIND}|(?={either}))")


def joined(run: re.Match) -> bool:
    """Whether something stands right before a run, which it may go on from with a particle."""
    return run.start() > 0 and run.string[run.start() - 1].isalnum()
