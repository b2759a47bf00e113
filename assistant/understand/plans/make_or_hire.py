"""Two ways to one effect, one paid once and one by the year: 「自社開発だと1億、外部だと年2000万、効果は同じ年3000万」. They are two plans, never one that pays both."""

import re

MAKE = r"(?:自社開発|自社での?開発|自社で作る|自社製作|内製化?|自前(?:開発|で開発|で作る)?|社内開発|スクラッチ(?:開発)?|買い切り|新規開発|自社)"
HIRE = r"(?:外部(?:委託|サービス|利用|に委託|に頼む|に任せる)?|外注|(?:業務)?委託|アウトソーシング|アウトソース|SaaS|サブスク|ベンダー(?:に委託|に頼む)?|パッケージ|既製品|市販品|業者(?:に頼む)?|クラウドサービス|月額サービス|API(?:利用)?)"
MONEY = r"[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)?円?(?![0-9.,]*[0-9%割年月人枚台倍])"
SPAN = r"(?:毎年|年間|年額|年に|年|毎月|月額|月々|月に|月)"
JOIN = r"(?:する|した|の)?(?:と|だと|なら(?:ば)?|だったら|では|の場合(?:は|だと)?|は|が|で|案は|、|:)*(?:初期(?:投資|費用)?(?:は|が|に|で)?|開発費(?:は|が)?|費用(?:は|が)?|投資(?:は|が)?)?(?:約|およそ)?"
PRICED = re.compile(rf"(?P<way>(?P<make>{MAKE})|(?P<hire>{HIRE})){JOIN}(?P<span>{SPAN})?(?:約|およそ)?(?P<amount>{MONEY})(?:かかる|かかって|かかり|必要|くらい|ぐらい|ほど|程度|の費用|で済む)*(?:(?:と|に|、)?(?:別に|加えて|さらに|その後|保守(?:費)?(?:は|が|に)?|維持費(?:は|が|に)?|運用費?(?:は|が|に)?)+(?P<also>{SPAN}(?:約)?{MONEY}))?", re.IGNORECASE)
CHANGED = re.compile(rf"^(?:じゃあ?|では|もし|仮に|、)*(?P<way>{MAKE}|{HIRE})(?:が|は|を|の方が)(?P<span>{SPAN})(?:約)?{MONEY}(?:に|まで|なら|だと|だったら)", re.IGNORECASE)
KANA = re.compile(r"[ぁ-ん]")
NOUN = r"(?:効果|利益|便益|粗利|リターン|増収|収益|削減額?|メリット|効き目)"
SAME_GAIN = re.compile(rf"(?:同じ)?{NOUN}(?:額)?(?:は|が|も|の)*(?:どちら(?:も|で)|どっちも|両方とも?|両案とも|いずれも|ともに|同じ(?:で|く)?|共通(?:で|して)?|変わらず|同額で?|、)*(?P<gain>{SPAN}(?:約|およそ)?{MONEY})|(?:どちら(?:も|で)|どっちも|両方とも?|いずれも|ともに)(?:同じ)?(?:で|く|、)*(?P<saved>{SPAN}(?:約|およそ)?{MONEY})(?:の{NOUN}|浮|減|稼|節約|削減)")


def two_plans(line: str) -> str:
    """The line with the two ways told as two plans with labels; as it is where it does not tell both, of which one by the year and one once."""
    found = {match["way"]: match for match in PRICED.finditer(line)}
    makes, hires = ([match for match in found.values() if match[kind]] for kind in ("make", "hire"))
    if len(found) == 1 and (bare := CHANGED.match(line)) is not None:  # 「外注が年1000万に下がったら」: what it costs
        return f"{line[: bare.end('way')]}の年間費用が{line[bare.start('span') :]}"
    if len(makes) != 1 or len(hires) != 1 or bool(makes[0]["span"]) == bool(hires[0]["span"]):
        return line
    gain, rest = SAME_GAIN.search(line), line
    for match in sorted([*makes, *hires, *([gain] if gain else [])], key=lambda match: -match.start()):
        rest = rest[: match.start()] + rest[match.end() :]
    effect = f"、年間効果は{gain['gain'] or gain['saved']}" if gain else ""
    terms = rest.strip("、。 ")
    plans = [f"{name_of(match)}案は{costs_of(match)}{effect}" for match in sorted([*makes, *hires], key=lambda match: match.start())]
    return "。".join([*plans[:-1], f"{plans[-1]}、{terms}" if terms else plans[-1]])


def name_of(match: re.Match) -> str:
    """The way's own words where they make a name, else what they mean."""
    return match["way"] if KANA.search(match["way"]) is None else "自社開発" if match["make"] else "外部"


def costs_of(match: re.Match) -> str:
    """What a way costs once and by the year."""
    if match["span"]:
        return f"初期投資0円、年間費用は{match['span']}{match['amount']}"
    return f"初期投資{match['amount']}" + (f"、年間費用は{match['also']}" if match["also"] else "")
