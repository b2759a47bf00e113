"""Questions for what the investment sums stand on: what a machine, a cloud, a subsidy, a tax rule or joint research costs or gives, and who may use it."""

import re
from dataclasses import dataclass
from functools import cache

import prompts
from assistant.models import Question
from assistant.understand.plans.grants import unheld_grants
from assistant.understand.text.matcher import Text

PRICE = re.compile(r"料金|単価|値段|価格|利用料|使用料|負担金|いくら|費用|相場|なんぼ|コストは|お金|何円|何ドル|how much|price|cost|fee")
ACCESS = re.compile(r"(?:企業|民間|会社|うち|自社|当社|弊社|中小|社外|産業利用)[^。]{0,14}(?:使え|使う|使わせ|使って|利用|申し込|申請|借り)|(?:使え|利用でき|申し込|借りられ)[^。]{0,8}(?:企業|民間|会社)")
SCALE = re.compile(r"規模|何[基枚台]|性能|スペック")
# A machine of the state or of a university, none by name.
PUBLIC = re.compile(r"スパコン|スーパーコンピュ|(?:国|公的|公共|大学|官|産学)[^。、]{0,8}(?:計算資源|計算機|計算基盤|gpu|マシン|計算環境)|public supercomputer")
OBTAINED = re.compile(r"使え|使わせ|利用でき|利用する|申し込|申請|借り|一覧|安く|料金|単価|いくら|あります|どれ|何があ|どんな|リスト")
FOR_FIRMS = re.compile(r"企業|民間|会社|中小|うち|自社|当社|弊社|安く|安い|料金|単価|いくら|借り|一覧|補助金")
RENTED = re.compile(r"gpu(?:の)?クラウド[^。]{0,10}(?:値段|価格|いくら)|(?:gpu|計算資源|クラウド|計算機|サーバー?)[^。]{0,14}(?:借り|レンタル|時間貸し|利用料|使用料|単価|料金|相場|1時間|一時間|時間あたり)|(?:借り|レンタル|安く|安い)[^。]{0,10}(?:gpu|計算資源)[^。]{0,8}(?:料金|単価|値段|価格|いくら|相場|一覧|どこ|使え)|(?:gpu|計算資源)[^。]{0,6}(?:安く|安い)[^。]{0,6}(?:借り|使え|どこ)|gpus? (?:rental|price|rent)|rent(?:ing)? (?:a )?gpu|gpus? costs?\b|(?:cost|price) of (?:a )?gpu")
LISTED = re.compile(rf"{PRICE.pattern}|一覧|どこ|安[くい]|1時間|一時間|時間あたり|rent|\bper hour")
SUBSIDY = re.compile(r"補助金|助成金|支援制度|補助制度|補助事業|公的支援|公的な支援|国の支援|国の補助|subsid(?:y|ies)")
GRANTED = re.compile(r"補助|助成|政府|国が|億")  # money given to a provider, told by the summaries
OFFERED = re.compile(r"使え|使う|もらえ|受けられ|あり(?:ます|ません)|ある(?:か|の|$|[??])|何が|どんな|どれ|一覧|種類|申請でき|対象|補助率|上限|いくら|教え|は[??。]?$|what|which|are there")
TAX = re.compile(r"研究開発税制|税額控除|オープンイノベーション型|oi型|研究開発減税|研究開発[^。、]{0,6}(?:税|減税)|試験研究費|税制優遇|減税|税制")
JOINT = re.compile(r"共同研究|大学[にへ](?:払|支払|納め)|産学連携|受託研究|大学が(?:企業|会社|民間)から|(?:企業|会社|民間)から(?:大学が)?受け")
CHANCE = re.compile(r"来年|再来年|来期|来月|今後|将来|これから|先行き|見通し|予測|予想|数年後|\d+年後|[一二三五十]年後|値下げ|値上げ|値下がり|値上がり|(?:安く|高く|下がり|下がる|上がり|上がる|安くなり)(?:なり|なる|そう|ます|の|でしょ|か)|20(?:2[7-9]|[3-9]\d)年")
# Other questions that use these words: papers and figures, a choice, a sum, how to write an application, who got the money.
NOT_FACTS = re.compile(
    r"論文|会議|学会|参加率|共著|割合|比率|シェア|推移|グラフ|文献|先行研究|根拠|モデル|llm|学習費|訓練|なぜ|理由|原因|とは(?:何|なに|$|[??])|って何|どれから|現実的|べき|採算|回収|npv|irr|roi|投資対効果|損益|"
    r"納期|即納|今日の|本日の|今週の|書き方|締切|締め切り|不正|採択企業|採択され|値引|見学|採用|稟議|資料に|wordで|買う|購入|格差|埋ま|意味(?:は|が)|増える|増え|減っ|伸び|総選挙|不実施|中古|市場価格|販売価格|小売|定価|在庫|一言|切り出|判断|分かれ目|手をつけ|と言われ|言葉|言語|こさえ|作った|作られ|賢|使わない手|どう始め|文科省|文部科学省|調査|統計|なしだと|なしでも|なしで|年収|給料|万円(?:を|の予算|で始|かけ|出)|年\d"
)
# A choice between ways to go, no price; between two things by name it is one (「AWSとさくら、どちらが安い?」).
CHOSEN = re.compile(r"どちら|どっち|どれが|得です|お得|有利")
DEARER = re.compile(r"安い|高い|安く|高く|値段|料金|単価")
SOURCE = re.compile(r"^(?:その|この)?(?:数字|料金|値段|情報)?の?(?:出典|出所|ソース|情報源)(?:は|って|を|[??]|$)")
REASON = re.compile(r"なぜ|何故|どうして|なんで|理由")
ELIGIBLE = re.compile(r"使え|対象|もらえ|受けられ|申請")
# What firms joined together pay is asked for, not what a study says.
ASKED_RATE = re.compile(r"何(?:%|パーセント|割|円|件)|いくら|平均|合計|総額|率|トータル|教え|は[??。]?$|どのくらい|どれくらい|how much")
AND_NOW = re.compile(r"^(?:じゃあ?|では|で|それなら|なら|ちなみに|あと|その中で|そのうち|そのなかで|この中で)?[、,]?\s*")
LONGER = 60  # characters of one that tells the asker's firm
SHORT = 24  # characters of a follow-up that only names another thing, or another side of it
BY_NAME = frozenset({"abci"})  # whether firms may use it is told at length by a summary of its own


@dataclass(frozen=True)
class Thing:
    """A machine or service: `words` are its names, the rest ids of facts."""

    key: str
    name: str
    words: re.Pattern
    price: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    scale: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        return bool(self.price or self.access)


def guarded(word: str) -> str:
    """A name in Latin letters is never part of a longer one."""
    return rf"(?<![a-z0-9]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word)


@cache
def things() -> dict[str, Thing]:
    """Every machine and service of the lexicon by its key."""
    return {
        key: Thing(key, entry["name"], re.compile("|".join(map(guarded, entry["words"]))), *(tuple(entry.get(side, ())) for side in ("price", "access", "scale")))
        for key, entry in prompts.lexicon("market")["things"].items()
    }


class Market:
    """Tells what of the held facts a question asks for: (aspect, keys of things, or the words of joint research that it names)."""

    def __init__(self):
        self.things = things()
        self.schemes = {key: tuple(entry["words"]) for key, entry in prompts.lexicon("market")["named"].items()}
        self.rates = {name: tuple(words) for name, words in prompts.lexicon("market")["joint"].items()}

    def question(self, text: Text, previous: Question | None) -> Question | None:
        """The question for held facts, or None for any other. One about prices to come carries the blocker that says so."""
        if previous is not None and previous.market and len(text.folded) <= SHORT and REASON.search(text.folded):
            return Question(text=text.folded, intent="explain", resolved=text.folded, topic=text.folded, market=previous.market, blocker="market_reason")
        if (unheld := unheld_grants(text, previous is not None and previous.intent in ("roi", "document"))) is not None:
            return Question(text=text.folded, intent="explain", resolved=text.folded, topic=text.folded, market=unheld[:1], blocker=unheld[1])
        asked = self.asked(text.lowered) or (self.going_on(text.lowered, previous.market) if previous is not None and previous.market else None)
        if asked is None:
            return None
        blocker, details = (None, {}) if not CHANCE.search(text.lowered) else ("market_forecast", {})
        if blocker is None and asked[0] in ("price", "access") and (unheld := [self.things[key].name for key in asked[1:] if not self.things[key].held]):
            blocker, details = "market_unheld", {"name": "・".join(unheld)}
        return Question(text=text.folded, intent="explain", resolved=text.folded, topic=text.folded, market=asked, blocker=blocker, blocker_details=details)

    def named(self, text: str) -> tuple[str, ...]:
        return tuple(key for key, thing in self.things.items() if thing.words.search(text))

    def asked(self, text: str) -> tuple[str, ...] | None:
        """What a question asks for by itself."""
        if NOT_FACTS.search(text.replace("割合", "") if JOINT.search(text) else text):
            return None
        future = CHANCE.search(text)
        named = self.named(text)
        if CHOSEN.search(text):
            return ("price", *named) if len(named) > 1 and DEARER.search(text) else None
        if schemes := tuple(key for key, words in self.schemes.items() if any(word in text for word in words)):
            return ("named", *schemes)
        if TAX.search(text) and not re.search(r"法人税額を計算|消費税", text):
            return ("tax",)
        if SUBSIDY.search(text) and not named and (OFFERED.search(text) or future) and not re.search(r"市役所|国が|億", text):
            return ("public_subsidy",) if PUBLIC.search(text) else ("subsidy",)
        if JOINT.search(text) and (rates := tuple(name for name, words in self.rates.items() if any(word in text for word in words))) and ASKED_RATE.search(text):
            return ("joint", *rates)
        if named and not GRANTED.search(text) and (side := self.side(text, named)):
            return (side, *named)
        if named and future and re.search(r"gpu|クラウド|インスタンス", text):
            return ("price", *named)
        if PUBLIC.search(text) and not named and OBTAINED.search(text) and FOR_FIRMS.search(text):
            return ("public",)
        if not named and (RENTED.search(text) and LISTED.search(text) or future and re.search(r"gpu|クラウド", text) and (PRICE.search(text) or re.search(r"安く|高く|値[上下]", text))):
            return ("gpu",)
        return None

    def side(self, text: str, named: tuple[str, ...]) -> str | None:
        """Which side of the things named is asked for. None where a summary tells it better, or nothing of the kind is asked."""
        if PRICE.search(text):
            return "price"
        if ACCESS.search(text) and not BY_NAME & set(named) and any(self.things[key].access or not self.things[key].held for key in named):
            return "access"
        return None

    def going_on(self, text: str, before: tuple[str, ...]) -> tuple[str, ...] | None:
        """「じゃあTSUBAMEは?」「料金は?」 after facts of the kind."""
        rest = AND_NOW.sub("", text)
        if SOURCE.search(rest) or before[0] in ("subsidy", "named", "tax") and ELIGIBLE.search(rest) and len(rest) <= LONGER:
            return before
        if len(rest) > SHORT or NOT_FACTS.search(rest):
            return None
        if named := self.named(rest):
            return (before[0] if before[0] in ("price", "access") and not PRICE.search(rest) else "price", *named)
        about = tuple(key for key in before[1:] if key in self.things)
        if PRICE.search(rest) or ACCESS.search(rest):
            return ("price" if PRICE.search(rest) else "access", *about) if about else ("public_price",) if before[0] == "public" else None
        if CHANCE.search(rest):
            return before
        return None
