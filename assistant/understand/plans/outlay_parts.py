"""What is spent at the start, told by its parts: 「機器500万円、工事100万円、研修50万円」 is one outlay of 650万円."""

import re
import unicodedata
from dataclasses import replace

from assistant.understand.plans.counted_prices import in_all, yen
from assistant.understand.plans.investment_told import Investment

NOUN = (
    r"(?:(?:専用|監視|検査|検品|産業用)?(?:機器|機械|機材|装置|設備|本体|カメラ|センサー|ロボット|端末|タブレット)|ソフト(?:ウェア)?|システム|パッケージ|アプリ|"
    r"(?:据付|据え付け|設置|配線|電気|改修|基礎)?工事|据付|据え付け|設置|配線|(?:初期)?設定|(?:システム)?構築|開発|導入(?:支援|作業)?|(?:社員|従業員|操作)?(?:研修|教育|トレーニング)|コンサル(?:ティング)?|(?:データ)?移行|調整|試運転|保守部品)"
)
MAIN = r"(?:初期投資|初期費用|初期コスト|投資額?|購入費)"
MONEY = r"(?P<amount>[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)円?|[0-9]{5,}円)(?![0-9%割年月人台枚倍])"
PART = re.compile(rf"(?P<noun>(?P<main>{MAIN})|{NOUN}(?:費用?|代金?|料金?|額)?)(?:は|が|に|で|を|の|も|、|:|\s|約|およそ|合計|総額|別途|別に|さらに|一式)*{MONEY}(?!/(?:年|月)|ずつ)(?:ほど|くらい|程度)?")
YEARLY = re.compile(r"(?:毎年|毎月|年間?|月額?|年額|月々)(?:の|に|で|は|、)*$")
GAINED = re.compile(r"^(?:ほど|くらい|程度)?(?:が|を|も|は|の|分)*(?:浮|減|下が|下げ|削|節|カット|不要|いらな|要らな|圧縮|抑え|安く|助か|儲|稼|増|効果)")
# Plans with stages of their own, machines against renting, and plans side by side have other readings.
OTHERWISE = re.compile(r"プロトタイプ|試作|poc|共同研究|大学|クラウド|gpu|借り|レンタル|リース|本番|(?:[A-EＡ-Ｅa-e]|[甲乙丙]|案[0-9])案?(?:は|が|の|と)|案|プラン|年目|毎年|(?:その|円の?|、)うち(?!は|の|で|も|みたい)|内訳|予算|補助|比べ|試験|実証", re.IGNORECASE)


def parts_told(text: str) -> list[re.Match]:
    """The parts of an outlay, where a text tells two or more and nothing that has a reading of its own; none where one of them is the whole of the others."""
    if OTHERWISE.search(text):
        return []
    found = [match for match in PART.finditer(text) if not YEARLY.search(text[: match.start()]) and not GAINED.match(text[match.end() :])]
    mains = [match for match in found if match["main"]]
    names = [match["noun"] for match in found]
    if len(found) < 2 or len(mains) > 1 or len(set(names)) != len(names):
        return []
    whole = sum(yen(match["amount"]) for match in found)
    return [] if mains and whole == 2 * yen(mains[0]["amount"]) else found


def one_outlay(text: str) -> str:
    """The text with the parts of its outlay as one amount."""
    found = parts_told(text)
    whole = sum(yen(match["amount"]) for match in found)
    for match in reversed(found):
        text = text[: match.start()] + (f"初期投資は{whole:.0f}円" if match is found[0] else "") + text[match.end() :]
    return text


def with_parts(told: Investment, text: str) -> Investment:
    """What was read of a text, with a note on the parts that make up its outlay."""
    found = parts_told(in_all(unicodedata.normalize("NFKC", text)))
    if not found:
        return told
    parts = tuple((match["noun"], yen(match["amount"])) for match in found)
    return replace(told, notes=(*told.notes, ("outlay_parts", (("parts", parts), ("whole", sum(amount for _, amount in parts))))))
