"""Whether a question asks if a cause is shown: 「深層学習のせいだと言えますか」「因果関係は確かめましたか」."""

import re

MOVED = r"(?:増え|増加し|減っ|減少し|減|上がっ|上がり|上昇し|下がっ|低下し|伸び|伸|落ち|強まっ|弱まっ|広がっ|縮まっ|変わっ|高まっ|高い|低い|多い|少ない)"
DUE_TO = r"(?:せい|おかげ|お陰|影響|結果|仕業|功績|賜物)"
SURE = r"(?:言え|言い切|言って|言う|断定|断言|断じ|考えて|見て|みて|思って|書いて|書くのは|説明して|証明|結論|決めつけ)"
CAUSE = re.compile(
    rf"{MOVED}[^。、??]{{0,10}}(?:のは|のって|のも|理由は|原因は|こと[はが])[^。??]{{1,24}}{DUE_TO}(?:$|[??。でだなとかじ、])|"
    rf"[^。、??]{{1,24}}{DUE_TO}(?:で[^。、??]{{0,14}}{MOVED}[^。??]{{0,8}}(?:と{SURE}|(?:の|ん)?(?:です|でしょう)?か[??。]*$)|(?:だ|である|なの|なん|と)?(?:だ)?と[^。、??]{{0,6}}{SURE})|"
    rf"(?:が|は|を)(?:、)?(?:直接の|本当の|主な|唯一の)?(?:原因|要因|引き金)(?:だ|である|な|なの)?(?:の)?(?:だ)?と[^。、??]{{0,6}}{SURE}|"
    rf"[たいる](?:から|ので|ために?)、?[^。、??何\d]{{1,14}}{MOVED}た?(?:の|ん|わけ)(?:です|でしょう|だろう)?か?[??。]*$|"
    r"(?:増やし|減らし|押し上げ|押し下げ)た(?:証拠|という証拠|と(?:言え|言って))|"
    r"(?:引き起こし|もたらし|生み出し)た(?:の|ん|と|もの)?[^。??]{0,10}(?:か[??。]*$|言え|断定|[??])|"
    r"因果(?!効果|推論|の矢印|モデル)[^。??]{0,16}(?:確かめ|確認|検証|調べ|検討|証明|示さ|示し|示せ|言え|言い切|言って|言っ|断|分か|わか|ある|あり|ない|なの|です|取り違え|混同|まで)|"
    r"(?:相関|時期が重な)[^。??]{0,20}(?:因果|原因)|(?:因果|原因)[^。??]{0,20}相関|(?:ただの|単なる)相関|相関(?:に|じゃ|では|だけ)|見せかけ(?:の|で)|"
    r"(?:可能性|影響|説明|要因|理由|効果)(?:は|を|も|が|って)?[^。、??]{0,10}(?:排除|除外|否定|消)(?:でき|され|し(?:て(?:い)?る|た|きれ)|せ)[^。??]{0,8}(?:か|[??]|$)|"
    r"\b(?:caus(?:e|ed|al|ation)|because of|due to|thanks to)\b[^.?]{0,60}\?"
)
# A cause that is named where the change is not: 「理由はGPUだと断定できるか」「原因はお金だけか」「計算資源だけが理由ですか」.
GROUND = r"(?:原因|要因|理由|引き金|決め手|きっかけ|背景)"
ALONE = r"(?:だけ|のみ|ただ一つ|一つだけ|一本|一点)"
ENDED = r"(?:(?:な|だ|である)?(?:の|ん)?(?:です|でしょう|だろう|だった)?(?:か|よね|の)?[??。]*$|で(?:いい|よい|良い|十分|正しい|説明)|に(?:あ|尽き|限)|と)"
NAMED = re.compile(
    rf"{GROUND}(?:は|って|も|が)、?[^。、??何誰]{{1,20}}(?:だ|である|なの|なん)(?:だ)?、?と、?[^。、??]{{0,6}}{SURE}|{GROUND}(?:は|って|も|が)、?[^。、??何]{{1,16}}{ALONE}{ENDED}|"
    rf"[^。、??何]{{1,16}}{ALONE}(?:が|を)(?:、)?(?:本当の|直接の|主な)?{GROUND}(?:な|だ|で|と|か|[??。]*$)|[^。、??何]{{1,16}}{ALONE}(?:で|が)(?:説明(?:でき|がつ|しき)|{GROUND}になる)|{GROUND}(?:は|って)[^。、??]{{1,20}}に(?:尽き|絞れ|限られ)[^。??]{{0,10}}(?:か|[??])"
)
SOLE = re.compile(rf"{ALONE}|唯一|に(?:尽き|絞れ|限られ)")
# What else has causes: what works say, what a trial or a firm of the asker comes to.
OTHER_CHANGE = re.compile(r"論文(?:で|に(?:は|よ)|が(?:ある|あり|示))|文献|合成|なぜ|何故|どうして|失敗|頓挫|導入|赤字|黒字|採算|回収|poc|試作|プロトタイプ|うち[のはがで]|自社|当社|弊社|売上|株価|撤退|見送|退職|転職|移[っるりら]|流出|引き抜|離れ|給料|給与|所属|参考値|除[いく外]|外[しす]|区切|境")
# A cause that a paper is asked for, how a method works, what would follow, or a number of its own.
NOT_ASKED = re.compile(r"論文(?:は|を|で|に(?:は|よ)|が(?:ある|あり|示))|研究(?:は|を|が|で)|文献|合成|とは(?:何|なに)|とは[??]?$|なぜ|何故|どうして|理由|所属|(?:相関|因果)(?:関係)?と(?:相関|因果)(?:関係)?[^。、??]{0,4}(?:違い|どう違|何が違|区別|別物)")


def asks_cause(text: str) -> bool:
    """Whether it is asked if a change has this or that cause, or if a cause was shown at all."""
    return bool(CAUSE.search(text)) and not NOT_ASKED.search(text) or cause_named(text)


def cause_named(text: str) -> bool:
    """Whether a text names a cause and asks if that is it, or all of it, without telling of what: the change that is spoken of, or the rise of firms."""
    return bool(NAMED.search(text)) and not OTHER_CHANGE.search(text.lower())


def sole_cause(text: str) -> bool:
    """Whether it is asked if one cause is all there is."""
    return bool(SOLE.search(text)) and cause_named(text)
