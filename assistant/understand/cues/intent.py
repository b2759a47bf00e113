"""Which kind of answer is wanted, and which statistic, from the cues found in the question."""

import re

from assistant.models import Place, Subject
from assistant.understand.cues.differences import times_apart
from assistant.understand.cues.extremes import extreme_year
from assistant.understand.cues.scope import of_trade
from assistant.understand.cues.sought import BACKED_BY_WORKS, BY_DATA, work_named, work_sought
from assistant.understand.cues.wanted import BOTH_KINDS, COME_TO, DENOMINATOR, FRACTION, RANGE
from assistant.understand.cues.who_ranked import RANKED, STRENGTH, spread_over, who_ranked
from assistant.understand.cues.worded import GREETED, IN_WORDS, OUR_DATA, data_ends, help_wanted, to_check, worded_intent, words_wanted
from assistant.understand.names.periods import Period
from assistant.understand.names.subjects import MIX, tops_measured
from assistant.understand.text.matcher import Hit

Found = dict[str, list[Hit]]
DATA_INTENTS = ("figure", "trend", "compare", "rank")

WHICH = re.compile(r"どちら|どっち")
QUANTITY = frozenset({"share", "count", "trend", "change", "ratio", "rank", "peak", "trough", "onset", "did", "before_after"})
STRONG_PAPER = re.compile(
    r"この論文|その論文|論文の(?:結論|主張|要約|内容)|論文(?:では|によ|を紹介|を教|は(?:あり|ない|どれ(?!ほど|く|ぐ|だけ)))|研究(?:によ|を紹介|の例|例)|どんな(?:論文|研究)|先行研究|文献|エビデンス|"
    r"根拠|引き抜|流出|取られ|転職|移籍|証拠|裏付け|反論|反対の立場|反対意見|異論|事例|実例|例[をがは]|という話|話を聞|噂|著者は|要約"
)
# A paper is looked for by what it says: 「最初に〜を示した論文」「〜という立場の研究」「〜という指摘はありますか」.
# Where the answer is to come from: 「論文で答えて」「研究を引いて説明して」.
FROM_WORKS = re.compile(
    r"論文ベース|(?:論文|研究(?!者)|文献|資料)(?:で|から|をもとに|を基に|に基づいて|ベースで|を使って|を引いて)、?(?:3行|三行|一行|簡単|短く|手短)?[^。、]{0,3}(?:答え|教え|説明|示し|示せ|語|裏付け|根拠|反論|論じ|いくつか|何本か|挙げ|引い)"
)
PAPER_SOUGHT = re.compile(
    rf"{FROM_WORKS.pattern}|"
    r"(?:材料|論拠|根拠|証拠|反例|反証|裏付け|言い分)(?:を|が|は|になる話を)?(?:論文|研究(?!者)|文献|資料)(?:から|で|の中から)|(?:反証|反例)(?:も|を|が|は)?、?(?:見|知|読|探|ほし|欲し|あ[るり]|出|挙|教)|(?:覆す|ひっくり返す|崩す|打ち消す|否定する|反論する|反する)(?:よう?な)?(?:材料|論拠|根拠|証拠|論文|研究|文献|話)|"
    r"論文の(?:要旨|概要|趣旨|中身|要点|ポイント|発見)|論文で(?:分か|わか|示され|言われ|明らか|言いたい)|"
    r"(?:示し|提案し|提唱し|唱え|主張し|指摘し|論じ|言い出し|明らかにし|証明し|否定し|扱っ|述べ|考案し|発明し|紹介し|調べ|呼びかけ|訴え|警告し|批判し|なぞらえ|見積もっ|推計し|報告し|調査し|測っ|測定し|数え|確かめ|分析し|検証し|試し)(?:た|ている|てる)(?:の)?(?:論文|研究(?!者)|文献|調査|報告|アンケート)|"
    r"(?:という|といった|との|って(?:いう)?)(?:立場|見方|考え|主張|説|指摘|意見|結論|趣旨)?の?(?:[A-Za-z一-龥ァ-ヴー]{2,10}の)?(?:論文|papers?|stud(?:y|ies)|研究(?!者)|文献|調査|指摘|報告|見解|主張)(?:は|って|が|を|も|に|$|、|[??。])"
)
# 「情報通信白書で何%と出ていましたか」: what a named report says.
IN_WORK = re.compile(r"(?:白書|index|インデックス|報告書?|レポート|調査)(?:で(?!の)|では|に(?:は|よ[るれ]|書)|、)")
# 「どれだけ伸びたか調べた研究、ありますよね?」: the work is asked for, not the value.
WORK_EXISTS = re.compile(r"(?:論文|研究(?!者)|文献|調査|報告)(?:は|って|も|が|、|なんか|とか)*(?:あり(?:ます|ません)|ある(?!と|な|が)|あった(?!ら)|ない(?:です|の|か|[??])|知りま|ご存)|(?:示し|調べ|論じ|分析し|主張し)た(?:論文|研究(?!者)|文献)を(?:教|紹介|挙|探)")
QUESTION_OF_VALUE = re.compile(r"過半数|半数|半分|何(?:%|パーセント|割|本|件|倍|ポイント|位)|割合|比率|シェア|参加率|推移|どれくらい|どのくらい|どれだけ|いくつ(?!か(?:[挙あ紹教例論見出]|の))")
ASIDE = rf"(?:{IN_WORDS}、?)?(?:そもそも|結局|要するに|要は|一体|いったい|つまり)?、?"
# Where a reported claim comes from: 「95%が失敗という報告の出どころ」.
SOURCE_OF = re.compile(r"誰の(?:研究|論文|説|主張)|(?:論文|研究|報告)が(?:ある|あった)(?:そう|らしい|と聞|よう|とか)|(?:という|といった|との|って)(?:いう)?(?:報告|話|数字|調査|研究|主張|記事|噂|説)(?:の|は|って|、|、?あれ|、?これ|、?それ)*(?:出どころ|出典|出所|元ネタ|元|ソース|どこから)")
# 「GPU100枚で何ができる?」 asks what is possible with a thing, not what this service does.
DOABLE = re.compile(r"(?<!あなた)(?<!これ)(?<!ここ)(?<!アプリ)(?<!サービス)(?<!チャット)(?<!羅針盤)(?<!画面)(?<!AI)(?<!ai)(?:[枚台基個円]|gpu|クラウド|パソコン|pc|予算|人数|人|規模|会社|企業|大学|計算資源|モデル)(?:[^。、]{0,4})(?:で|なら|だけで|があれば)(?:は|、)?何が?でき")
NO_UNIT = r"(?!%|割|パーセント|本|件|倍|ポイント|位|年|社|校|枚|台|人)"
DEFINITION = re.compile(
    rf"(?<!あ)とは[??。]?$|とは{ASIDE}(?:何{NO_UNIT}|なに|なん(?:です|でしょう|だ|$|[??])|どう|どんな)|(?:って|とは){ASIDE}(?:何|なん)のこと|"
    rf"って{ASIDE}(?:何{NO_UNIT}|なに|なん(?:です|でしょう|だ|$|[??])|どこの|どんな(?:会社|手法|方法|もの|意味|考え|言葉|概念|指標|数字)|どういう)|"
    r"(?<!年)って[??]$|の(?:定義|意味)|どういう意味|どう定義|(?:何|(?:どんな|どういう|どのような)(?:論文|もの|本数))を(?:数え|カウントし|指[しす]|表[しす]|意味し)|何の割合(?:な|です|で|を|か|[??]|$)|(?<!する)意味(?:は(?!あ|な)|です|を)"
)
# 「合成コントロールを高校生にもわかるように」.
FOR_LAYMEN = re.compile(r"(?:小学生|中学生|高校生|大学生|新人|新入社員|若手|素人|初心者|子ども|子供|文系|社長|役員|専門外の人|門外漢|誰|だれ)(?:に|で)*も?[^。]{0,4}(?:わか|分か|伝わ)|(?:孫|母|父|妻|家族|友人|子ども|子供|小学生|中学生|高校生|新人|文系の[^、。]{1,4}|素人|門外漢)(?:に|へ)、?[^。、]{0,6}(?:話す|説明する|語る|伝える|教える)(?:つもり|よう|なら|とし|感じ)")
# A named method or bias is explained, though the same words ask how far to trust the data.
NAMED_TERM = re.compile(r"^(?!.{0,6}(?:限界|弱点|欠点|注意|落とし穴|データ|出典|会議))[^のはがを、]{2,14}(?:とは|って|の意味|の違い|を)")
MATTERS = re.compile(r"意味(?:が|は|も)?(?:あ|な[いか])|なぜ大事|何がすご")
# 「富岳で学習したLLMの規模と参加機関を教えて」 asks for facts, and not what the thing is.
FACTS_OF = re.compile(r"の(?:規模|参加(?:機関|者|企業)|費用|予算|件数|期間|性能|結果|人数|台数|枚数|金額|目的|対象|成果)(?:と|や|、|は|を|が)")
SELF = re.compile(r"うち[はもでがのみに]|当社|自社|弊社|我が社|わが社|我々|われわれ|中堅(?:企業|メーカー|製造|の会社|でも|規模)|中小|小さい会社")
# A question about what to do is ours to answer only where it speaks of AI, research or a firm's means.
OURS = re.compile(r"ai|人工知能|研究|計算|gpu|借り|買[うい]|大学|大手|共同|連携|クラウド|投資|試作|会社|企業|モデル|データ|論文|予算|資金|人材|人がい|始め|進め|着手|一歩|戦略|方針|勝|負|参入|手遅れ|導入|小さ|規模|should we|strategy|何をすべき|どうすべき|どうすれば|打ち手|打つ手|選択肢")
THESIS = re.compile(r"渡り合|張り合|互角|しか[^。、]{0,6}でき|勝て|勝ち目|勝負|独占|寡占|支配|牛耳|太刀打ち|格差|不公平|しかでき|だけのもの|終わ(?:っ|り)|締め出|追いや|蚊帳の外|民主|ものか[??]?$")
# Metrics whose sweeping claims (独占, 勝てない) are judged; of the others the trend is told.
JUDGED = ("big_tech_share", "firm_share")
CONCENTRATED = ("gini", "hhi", "top10_share", "top50_share", "top100_share")
NUMBER_WANTED = re.compile(r"何(?:%|パーセント|割|本|件|倍|ポイント|位)|いくつ|いくら|推移")
WORDED = re.compile(r"論文の質|質が|質は|困る|困り|(?:良|悪|い)いこと|悪影響|弊害|懸念|心配|メリット|デメリット|リスク|何が問題|どんな影響|影響は")
SHARE_WORD = re.compile(r"割合|比率|シェア|率|推移|share")
COMPARED_WITH = re.compile(r"年(?:度)?(?:と|に|より|から)(?:比べ|くらべ|比較|見て)|年(?:度)?より")
CONFERENCES = re.compile(r"会議|学会|カンファ|venue|conference")
LIMITED = re.compile(r"(?:\d\s*(?:%|割|パーセント)?|[一二三四五六七八九]割|半分|半数|過半数?)\s*(?:以上|以下|未満|超|を超|より(?:高|多|低|少)|を(?:上回|下回|割|切)|に(?:届|達))[^。]{0,6}(?:の|な|る|た)?(?:会議|学会|カンファレンス|カンファ)")
WITHIN = re.compile(r"(?:会議|学会|カンファレンス|カンファ)(?:の[中内]|のなか|のうち)?で(?:は)?[^。、]{0,12}(?:多い|高い|少ない|低い|強い)(?:の|会議|学会)(?:は|って|を|$|[??])|色[がの]?(?:強い|濃い)(?:会議|学会|カンファレンス|カンファ)|(?:会議|学会|カンファレンス|カンファ)[^。、]{0,4}(?:トップ|ベスト|ワースト)\s*\d|(?:会議|学会|カンファレンス|カンファ)の?上位(?:の)?\s*\d+(?:つ|会議|学会|位|$|[、。はを])")
SUPERLATIVE = re.compile(r"(?:一番|いちばん|最も|もっとも|最多|最少|トップ(?!カンファ|会議|学会)|ベスト|ワースト)[^。、]{0,8}(?:会議|学会|カンファレンス|カンファ)|(?:会議|学会|カンファレンス|カンファ)[^。、]{0,12}(?:一番|いちばん|最も|もっとも|ランキング|順位|順(?:に|で|を)|ベスト|ワースト)")


def decide_intent(cues: Found, relations: Found, subjects: tuple[Subject, ...], places, period: Period, text: str, named_work: bool) -> str:
    """The intent; data questions end as figure, trend, compare or rank (see `decide_data`)."""
    valued = bool(QUESTION_OF_VALUE.search(text)) or bool(QUANTITY & relations.keys())
    placed = any(place.kind != "area" for place in places)
    if "smalltalk" in cues and not subjects and not valued and len(text) <= 24 and not {"why", "strategy", "limits", "paper"} & cues.keys():
        return "smalltalk"
    if GREETED.match(text) and not valued and not (period.years or placed):
        return "smalltalk"
    if "help" in cues and not DOABLE.search(text) and not valued and not SELF.search(text) and not re.search(r"予算|万円|億円", text):
        return "help"
    dated = bool(period.years) or placed
    if help_wanted(text) and not dated:
        return "help"
    if re.search(r"(?:この|その)(?:論文|研究)(?:の|は|で)", text) and not subjects:
        return "paper"
    if (not dated or data_ends(text)) and "document" not in cues and not work_sought(text, True) and (told := worded_intent(text, named_work)):
        return told
    if subjects and BY_DATA.search(text) and not (named_work or {"limits", "document", "phrases", "roi", "why"} & cues.keys()):
        return "figure" if len(subjects) < 2 or valued else "compare"
    if METHOD_EXPLAINED.search(text) and not period.years:
        return "explain"
    if FROM_WORKS.search(text) or PAPER_SOUGHT.search(text) and (WORK_EXISTS.search(text) or not QUESTION_OF_VALUE.search(text)):
        return "paper"
    if work_sought(text, valued or bool((placed or period.years) and not named_work)):
        return "paper"
    if UNSAID.search(text):
        return "limits"
    defined = defines(text, period, places) and not (subjects and THESIS.search(text)) and who_ranked(text) is None
    if defined and NAMED_TERM.match(text):
        return "explain"
    if subjects and HOW_COUNTED.search(text) and not (period.years or placed or NUMBER_WANTED.search(text)):
        return "explain"
    if COUNTED_JUDGED.search(text):
        return "limits"
    if SOURCE_OF.search(text):
        return "paper"
    if "limits" in cues and named_work and not subjects and not OUR_DATA.search(text):
        return "paper"  # 「ガートナーの予測は当てになる?」
    if "limits" in cues and not ((period.years or placed) and ("count" in relations and COUNT_ASKED.search(text) or DENOMINATOR.search(text) and NUMBER_WANTED.search(text))) and not (subjects and (to_check(cues["limits"], text) or QUESTION_OF_VALUE.search(text) or INTERVAL.search(text) or unevenness(cues, subjects))):
        return "limits"
    if "document" in cues:
        return "document"
    if WHICH_FIRST.search(text) and "roi" not in cues:
        return "strategy"
    if OF_FIRMS.search(text) and not re.search(r"\d\s*(?:万|億)", text):
        return "figure"
    if "roi" in cues and not (CHOICE.search(text) and not OPTIONS.search(text)) or INVESTMENT.search(text) and YIELD.search(text) or VERSUS.search(text):
        return "roi"
    if PLAN_VALUE.search(text) and not SELF_STUDIED.search(text):
        return "roi"
    if "phrases" in cues:
        return "phrases"
    if any(not (hit.text == "宝くじ" and (named_work or HARDWARE.search(text)) or of_trade(hit, text)) for hit in cues.get("outside", ())):
        return "out_of_scope"
    if "why" in cues or WHY_SPOKEN.search(text):
        return "paper" if named_work and not subjects else "why"
    if named_work and IN_WORK.search(text):
        return "paper"
    if named_work and not ((subjects or placed) and QUESTION_OF_VALUE.search(text) and (places or period.years)):
        return "explain" if ("explain" in cues or DEFINITION.search(text)) and not STRONG_PAPER.search(text) and not (MATTERS.search(text) or FACTS_OF.search(text)) else "paper"
    if SELF.search(text) and "strategy" in cues and not MIX.search(text):
        return "strategy"
    if WORDED.search(text) and not NUMBER_WANTED.search(text):
        return "strategy" if SELF.search(text) else "paper"
    if DEFINITION.search(text) and not period.years and who_ranked(text) is None:
        return "explain"
    if len(subjects) > 1 and WHICH.search(text):  # 「AとB、高いのはどちら」 compares the two, it ranks nothing
        return data_or_words(cues, relations, subjects, places, period, text, valued)
    if rank_asked(relations, text) or ranked_kind(relations, text) not in (None, "venues"):
        return "rank"
    if position_asked(text) and (subjects or any(place.kind == "venue" for place in places)):
        return "rank"
    if len(places) > 1 and {"trend", "compare", "change"} & relations.keys() and not STRONG_PAPER.search(text):
        return "figure"
    if subjects:
        return data_or_words(cues, relations, subjects, places, period, text, valued)
    if {"did", "before_after"} & relations.keys() and not DEFINITION.search(text):
        return "figure"
    if "strategy" in cues and not THESIS.search(text) and (SELF.search(text) or OURS.search(text)):
        return "strategy"
    if THESIS.search(text) and not {"paper", "explain"} & cues.keys():
        return "strategy" if SELF.search(text) else "explain"
    located = placed or bool(period.years or period.shift)
    told = located and MEASURED.search(text) and all(hit.text in ("教えて", "説明") or COUNTER.match(text[hit.end :]) for hit in cues.get("explain", ()))  # 「2020年の本数を教えて」
    if "explain" in cues and not told and not STRONG_PAPER.search(text):
        return "explain"
    if "count" in relations and re.search(r"(?:論文|papers)", text) and not STRONG_PAPER.search(text):
        return "figure"
    if (located or (places and SHARE_WORD.search(text))) and valued and "paper" not in cues:
        return "figure"
    return "figure" if located and "paper" not in cues else "paper"


WHY_SPOKEN = re.compile(r"(?:^|[、。\s])(?:なして|なじょして|なしか|なしけ)(?![いおる])|どぎゃんして|どげんして[^。]{0,20}(?:増|減|伸|上が|下が|落ち)")
HARDWARE = re.compile(r"ハード|hw|計算機|hardware")  # the lottery of Hooker's paper


def in_words(intent: str, text: str, places, period: Period) -> bool:
    """Whether words are asked for, so that a table or estimate which the words name is not."""
    if intent == "paper" and (work_sought(text, True) or BACKED_BY_WORKS.search(text) or work_named(text) and not QUESTION_OF_VALUE.search(text)):
        return True
    return bool(PAPER_SOUGHT.search(text) or METHOD_EXPLAINED.search(text)) or defines(text, period, places) or (not period.years or data_ends(text)) and words_wanted(text)


def unevenness(cues: Found, subjects: tuple[Subject, ...]) -> bool:
    """偏り beside a measure of concentration is what it measures, no doubt about the data."""
    return all(hit.text == "偏り" for hit in cues["limits"]) and any(subject.metric in CONCENTRATED for subject in subjects)


def defines(text: str, period: Period, places) -> bool:
    """The meaning of something is asked for, not its value: no year, no conference, no measure."""
    if period.years or any(place.kind == "venue" for place in places):
        return False
    return bool(DEFINITION.search(text) or FOR_LAYMEN.search(text) and not QUESTION_OF_VALUE.search(text))


def data_or_words(cues: Found, relations: Found, subjects, places, period: Period, text: str, valued: bool) -> str:
    """A metric was named: is its value wanted, its meaning, a judgement, or what papers say about it?"""
    if NO_PAPERS.search(text):
        return "paper"
    if STRONG_PAPER.search(text) and not QUESTION_OF_VALUE.search(text):
        return "paper"
    if DEFINITION.search(text) and not period.years and who_ranked(text) is None:
        return "explain"
    if "格差" in text and not QUESTION_OF_VALUE.search(text) and all(subject.metric in ("japan_share", "country_share") for subject in subjects):
        return "paper"  # 「格差は日本でも広がっている?」 asks of the divide, not of the country's share
    if THESIS.search(text) and not QUESTION_OF_VALUE.search(text):
        return "explain" if any(subject.metric in JUDGED for subject in subjects) else "figure"
    if "strategy" in cues and not valued and not MIX.search(text):
        return "strategy"
    if "paper" in cues and not valued and not period.years and not any(place.kind == "venue" for place in places) and not (STRENGTH.search(text) and {hit.text for hit in cues["paper"]} == {"本当"}):
        return "paper"
    if "explain" in cues and not valued and not period.years and not places and "教えて" not in text:
        return "explain"
    return "figure"


# A group is named, but what is counted are people who move, contracts or machines: no papers.
NO_PAPERS = re.compile(
    r"(?:企業|民間|会社|産業界|大手|テック)(?:に|へ)(?:移っ|移る|移籍|転職|就職|流れ|流出|引き抜|取られ|行く|行っ)|研究者[^。]{0,6}(?:移っ|流出|引き抜)|"
    r"共同研究[^。]{0,20}(?:1件|一件|おいくら|いくら|単価|相場)|共同研究の(?:件数|数|契約|受入|金額)|共同研究は何件|(?:gpu|計算機|サーバー?|スパコン)[^。]{0,8}(?:何枚|何台|何基|枚数|台数)"
)
# A way of estimating is to be explained, its result is not asked: 「合成コントロール法を経営者向けに説明して」.
METHOD_EXPLAINED = re.compile(r"(?:法|手法|方法|コントロール|差の差|did|イベントスタディ|固定効果)[」』]?(?:と(?:は|いう(?:の|もの|[^。、]{0,6}(?:考え方?|手法|方法|やり方|分析|概念|用語)))|って|を|について)(?:(?!論文|研究|文献)[^。]){0,24}(?:説明|解説|わかりやす|分かりやす|かみ砕)")
# What the data do not tell is asked for itself.
UNSAID = re.compile(
    r"(?:統計|データ|数字|数値|集計|指標|割合|論文数|参加率|この資料|羅針盤)[^。、??]{0,12}(?:(?:言え|語れ|話せ|示せ|測れ|読み取れ|分から|わから|説明でき|証明でき|判断でき|カバーでき|拾え)(?:てい)?な(?:い|かった)|(?:言え|語れ|示せ|測れ|読み取れ)ません)(?:こと|もの|の|部分|点|範囲|話)"
)
# How a metric is counted, not its value: 「企業参加率ってどう数えてるの」.
HOW_DEFINED = re.compile(r"(?:基準|定義|線引き|区分け|区切り方?|数え方|(?:算定|算出|計算|集計)(?:方法|式))(?:で|は|を|って|とは|に|、|を?教)|(?:どう(?:やって)?|どのように|どういう(?:基準|ふうに))(?:して)?(?:数え|定義|区切|線を引|決め|分け|計算|算出|算定|集計)")
HOW_COUNTED = re.compile(r"(?:どちら|両方|双方)(?:に|で)?も[^。、]{0,4}(?:数え|カウント)|(?:どう(?:やって)?|どない|どげん|どやって|どがん|どのように|どういう(?:ふうに|風に|やり方で|ルールで|基準で))(?:して)?(?:数え|カウント|計算し|算出し|集計し|勘定し|出し(?:て(?:い|る)|と(?:る|ん)|よる))|(?:数え方|カウント(?:方法|の仕方|ルール)|計算方法|計算式|算出方法|勘定の仕方)|(?:両方|二重|重複して|2回|二回|ダブル)(?:に|で)?(?:数え|カウント|計上|勘定)")
# Whether counts can tell a thing is a question about the limits of counting.
COUNTED_JUDGED = re.compile(r"(?:論文数|論文の数|論文の本数|本数|件数|数字|数値|割合|比率|参加率|(?<![一-龥])数)(?:だけ|のみ|の多さ|の大小)?(?:で|を?(?:見て|見れば|見ると|見ても))[^。、]{0,14}(?:測[れっるりろ]|計れ|はかれ|判断(?:し|でき|して)|評価(?:し|でき|して)|決め(?:て|つけ|られ)|(?:分か|わか)(?:る|り|って)(?:の|もの|ん|でしょ|ます?か)|語れ|言え(?:る|ます)(?:の|か))")
COUNT_ASKED = re.compile(r"(?:何本|何件|論文数|いくつ)[^。、]{0,8}[??。]*$|何[本件]の?論文[がをは]?(?:出|発表|載|書|公表|世に)|論文[がはを]?何[本件]")
COUNTER = re.compile(r"[本件%割]|パーセント")
MEASURED = re.compile(r"(?:割合|比率|本数|件数|総数|論文数|参加率|シェア|率)(?:を|は|って|、|も|教|$)")
# 「クラウドと共同研究、どちらを先に?」: the order of steps, no sums.
WHICH_FIRST = re.compile(r"(?:プロトタイプ|試作|クラウド|共同研究|産学連携)[^。]{0,24}(?:先に|優先|順番|順序|から始め|から手|後回し|先か|が先)")
# 「黒字化できた企業の割合」 asks how many firms, no sums of the asker's own.
OF_FIRMS = re.compile(r"(?:黒字|回収|元が取れ|元を取|儲か|採算|利益|roi)[^。]{0,16}(?:企業|会社)(?:の|は)?(?:割合|比率|何%|何割|どれくらい|率)")
INTERVAL = re.compile(r"信頼区間|誤差|95%区間|有意")
POSITION = re.compile(r"位置(?:付け|づけ)(?:を|は|って|が知)|立ち位置|何位|何番目|何番手|順位(?:は|を教|って|が知|も|$|[??])|ランク(?:は|って)|トップ何|上から何|ランキングで(?:は)?(?:どこ|何|どの)|what rank|rank of|ranked where|where does|(?<![0-9~-])[0-9]{1,3}位(?:です|だ|な(?:の|ん)|に入|って|で合|でしょ|じゃ)|(?:一番|最も|首位|トップ)[^。]{0,8}(?:よね|って本当)|(?:一番|首位|トップ|最多|世界一|最大|ナンバーワン)(?:の国|の企業|の大学|の会社)?(?:なの|なん)?(?:です|でしょう|だ|だった|じゃない)?(?:か|よね|ね|よ|っけ|と聞|って聞|って本当)+[^。]{0,6}[??。]*$")
TOP_OF = r"(?:ランキング|順位|トップ\s*\d|上位\s*\d|ベスト\s*\d|はどこ|はどれ(?!く|ぐ|ほど|だけ)|はどの(?!く|ぐ|程度))"
POOLED = re.compile(r"平均|全年(?!の?(?:推移|変化|動き|グラフ|折れ線))|通算|通しで|通しの|(?<=[でをに、体])(?:なら|均)し(?:た|て|ます)|(?:合わせ|まとめ|ひっくるめ)(?:ると|れば|たら)|ひとくくり|一括り|を通した|年(?:間)?(?:\([^)]*\))?を?通しで|主要期間(?:全体|トータル|を通)|トータルで|通して|通期|合わせ[てた]|まとめて|まとめた(?=値|数字|数値|割合|比率|率|平均|もの|場合|とき)|ひとまとめ|ひっくるめ|プール|全体で(?:は|見)|期間全体|全期間(?!の?(?:推移|変化|動き|グラフ|チャート|折れ線|時系列))")
INVESTMENT = re.compile(r"\d[\d,.]*\s*(?:万|億|千|百)*円?[^。]{0,6}(?:投資|かけ|投じ)|(?:投資|初期費用|導入費)[^。]{0,6}\d")
VERSUS = re.compile(r"(?:プロトタイプ|クラウド|共同研究|購入|買う)[^。]{0,8}(?:と|か|vs)[^。]{0,8}(?:クラウド|共同研究|プロトタイプ|購入|借り|買)[^。]{0,8}(?:比較|比べ|どっち|どちら|どれ)")
# What a plan of ours is calculated with or comes to: 「プロトタイプ案の成功確率」「共同研究は何年で黒字」.
PLAN_VALUE = re.compile(r"(?:プロトタイプ|クラウド|共同研究|試作|戦略|案)(?:案|戦略)?[^。]{0,14}(?:成功確率|成功率|合格率|確率は|前提(?:は|って|を)|効く前提|効いてくる|感度|損益分岐|赤字|黒字|回収|元が取|いくらかか|期待値|最初の支出|投資額|補助金な[しく]|撤退(?:条件|基準|ライン)|損失|いくら損|いくら失|失敗(?:した(?:ら|とき|時|場合)|時)の?[^。、]{0,8}(?:損|失|いくら|額))")
SELF_STUDIED = re.compile(r"論文|(?<!共同)研究(?:では|によ|は|が|を)|文献|調査|企業(?:の|は)?(?:割合|何%|何割)|データ(?:では|によ)")
# 「どっちがお得」 between things that are none of our plans (services, contracts) is no sum of ours.
CHOICE = re.compile(r"(?:どっち|どちら|どれ)が(?:お?得|安|有利)")
OPTIONS = re.compile(r"プロトタイプ|試作|クラウド|共同研究|購入|買|借|レンタル|自前|オンプレ|案|戦略|投資|大学と|\d")
YIELD = re.compile(r"効果|削減|利益|節約|回収|元が")
MOVED_WHO = r"(?:増や|増え|伸び|伸ば|落と|落ち(?:込[んみ])?|減ら|減っ|上げ|上がっ|下げ|下がっ|台頭)(?:した|してい|[ただ]|ている|[てで](?:い|き)た|る)*"
MOST = r"(?:一番|いちばん|最も|もっとも|最多|多く|多い|大き[いな]|高い|たくさん|強い|伸ば|増やし|存在感)"


# 「上位10社の名前」「GAFAのうちどこが一番多い」.
NAMES_OF = re.compile(r"(?:トップ|上位|ベスト)\s*\d+(社|校|[かカヶ]国|機関)(?:の(?:名前|一覧|リスト|顔ぶれ|名称)|はど[これ])|(?:トップ|上位|ベスト)\s*\d+(社|校|[かカヶ]国)を(?:教|挙|並|列)")
COUNTERS = {"社": "firms", "校": "universities", "か国": "countries", "カ国": "countries", "ヶ国": "countries", "機関": "institutions"}
AMONG_FIRMS = re.compile(r"(?:企業|会社|大手|テック|gafam?)(?:各社)?の?(?:うち|中)(?:で(?:は)?|、)?(?:どこ|どれ|どの会社)が?[^。、]{0,4}(?:一番|いちばん|最も|もっとも)")
VENUE_WORD = "会議|学会|カンファレンス|カンファ"
ORDERED = (
    r"(?:{word})(?:別|ごと)(?:で|に|だと|では|なら)?(?:見て|みて|見ると|みると)?、?[^。、]{{0,4}}(?:一番|いちばん|最も|もっとも|トップ|最多|首位)[^。、]{{0,8}}(?:どこ|どれ|教)|(?:{word})(?:別|ごと)の?(?:論文数?の?)?(?:(?:シェア|割合|比率|参加率|本数|件数)の?)?(?:ランキング|順位|番付|上位|トップ|一覧|順に)|(?:{word})の?(?:論文数?の?)?(?:ランキング|順位表|番付)|"
    r"論文(?:数|本数)?(?:の|が|を)?(?:一番|いちばん|最も|もっとも)?(?:多い|多く|たくさん|上位|トップ)(?:の|に|出し(?:て(?:い)?る|た)|書い(?:て(?:い)?る|た)|発表し(?:て(?:い)?る|た))*(?:{word})(?:の?ランキング|は[^。、]{{0,8}}(?:ど[これ]|何)|を|って|$)|(?:{word})(?:別|ごと)に(?:見|みて|並|集計|比べ|数え)[^。、]{{0,8}}(?:どこ|多い|順|トップ|上位)|"
    r"論文[^。、]{{0,10}}(?:{word})の?(?:トップ|上位|ベスト|ワースト)\s*\d+|(?:トップ|上位|ベスト|ワースト)\s*\d+の?(?:{word})(?:はど|を(?:教|挙|並|知|順|見)|の名前|って(?:ど|何)|は[??]?$)|(?:トップ|上位|ベスト|ワースト)\s*(?!50)\d{{1,2}}の?(?:{word})[??。]*$|"
    r"上位の?(?:{word})の?(?:一覧|リスト|順位|ランキング|顔ぶれ)|どの(?:{word})が(?:一番|いちばん|最も|もっとも)[^。、]{{0,6}}(?:論文|多)"
)
YEAR_ASKED = re.compile(r"何年(?!間)|(?:超え|越え|届い|達し|突破し|上回っ|下回っ|割っ|割り込ん|切っ|乗っ|乗せ)た(?:最初の)?年|いつ(?!も)|(?:高|低|多|少な|大き|小さ|強|弱)(?:い|かった)年|[大小高低多少頂]だった年")


def ranked_kind(relations: Found, text: str) -> str | None:
    """What a ranking orders: 論文を一番出している企業は → firms; 高い会議 → venues; None when nothing is ranked."""
    if tops_measured(text) or spread_over(text):
        return None
    if (who := who_ranked(text)) is not None:
        return who
    if match := NAMES_OF.search(text):
        return COUNTERS[match[1] or match[2]]
    if AMONG_FIRMS.search(text):
        return "firms"
    for kind, word in RANKED.items():  # 「AI会議で、国別のランキングは?」: the conferences are where, not what is ordered
        if re.search(ORDERED.format(word=word), text) and not re.search(rf"(?:どの|どこの)?(?:{VENUE_WORD})(?:別|ごと|の?ランキング|はど|を(?:教|挙|順|並))", text):
            return kind
    for kind, word in RANKED.items():  # 「AI会議で論文が多い企業は?」 orders firms, whatever it says of conferences
        if re.search(rf"{MOST}[^。、]{{0,14}}(?:{word})(?:は(?:どこ|どれ|何|[??]|$)|って|を(?:上から|順|教|見|挙|並))|(?:{word})を、?(?:多い|高い|大き[いな]|少ない|低い)順|上位の?(?:{word})を?、?\d", text) and "論文" in text:
            return kind
    if CONFERENCES.search(text) and not re.search(r"分野別|分野ごと", text):
        return "venues" if rank_asked(relations, text) else None
    for kind, word in RANKED.items():
        if re.search(rf"{MOVED_WHO}(?:{word})(?:は|って|を|\d|はどこ|[??]|$)", text):
            return kind
        if re.search(rf"(?:{word})(?:の[中内]|のなか|のうち)?で[^。、]{{0,3}}[0-9](?:位|番目)", text):
            return kind
        if re.search(rf"(?:{word})(?:の[中内]|のなか|のうち)?で[^。、]{{0,8}}(?:{MOST}|高い|多い)", text) and (kind == "fields" and not YEAR_ASKED.search(text) or "論文" in text):
            return kind
        if kind == "fields" and re.search(r"(?:高い|多い|低い|少ない|強い)分野(?:は|って|を|\d|[??]|$)", text):
            return kind
        if re.search(rf"{MOST}[^。、]{{0,16}}(?:{word})(?:は|って|を|\d|ランキング|[??]|$)", text) and not CONFERENCES.search(text):
            return kind
        if re.search(rf"(?:トップ|上位|ベスト)\s*\d+\s*の?(?:{word})", text) and "論文" in text or re.search(rf"(?:{word})(?:別|ごと|毎)(?:の|に|で|ラ|だと|なら|、)", text):
            return kind
        bare = r"(?<!\w)" if kind == "fields" else ""  # 「ロボット分野の上位10機関」 names one
        if re.search(rf"{bare}(?:{word})(?:だけで|だけの)?(?:の|別の?)?(?:論文数)?(?:の)?{TOP_OF}", text) or re.search(rf"どの(?:{word})", text):
            return kind
    return "venues" if rank_asked(relations, text) else None


def rank_asked(relations: Found, text: str) -> bool:
    """A ranking of conferences: a rank phrase, or a superlative beside the word conference."""
    if CONFERENCES.search(text) and ("threshold" in relations or LIMITED.search(text)) and "peak" not in relations and not re.search(r"いつ", text) and not YEAR_ASKED.search(text):
        return True
    if not CONFERENCES.search(text):
        return "rank" in relations and "ランキング" in text and "位" not in text
    if YEAR_ASKED.search(text) or RANGE.search(text) or {"peak", "trough"} & relations.keys():
        return False
    return "rank" in relations or bool(re.search(rf"{MOVED_WHO}(?:会議|学会|カンファレンス|カンファ)(?:は|って|を|[??]|$)", text)) or bool(SUPERLATIVE.search(text) or WITHIN.search(text))


def position_asked(text: str) -> bool:
    """Where one named thing stands is asked: 「NTTは何位?」."""
    return bool(POSITION.search(text))


OVERTAKEN = re.compile(r"(?:初めて|はじめて|最初に)(?:上回|超え|越え|勝っ|上に)|(?:上回っ|超え|越え|勝っ)た(?:の|年|時期)[^。、??]{0,5}(?:何年|いつ|どの年)|逆転|抜か(?:れ|し)|追い抜|追い越|抜い(?:た|て)|入れ替わ|追いつ")


# 「3割を超えたのはいつから」「半分を下回ったのは?」: the year in which a named level was passed.
LEVEL_PASSED = re.compile(
    r"(?:\d(?:\.\d+)?\s*(?:%|パーセント|割|分の)\d*|半分|半数|過半数|[一二三四五六七八九]割)(?:以上|以下|未満|台)?(?:を|に|の大台|の壁|の線|ライン)*(?:を|に)?"
    r"(?:(?:初めて|はじめて|最初に)?(?:超え|越え|上回|下回|割[っりる]|割り込|切[っる]|突破|達し|届[いく]|乗[っせ]|な[っる]))[^。、]{0,6}(?:のは|年は|年って|年[をがとに、]|年$|時期|時は|いつ|何年)"
)


# 「2019年に何%まで下がりますか」 asks for the value of that year.
VALUE_REACHED = re.compile(r"年(?:度|版)?(?:に|には|は|の時点で|で|だと)、?何(?:%|割|パーセント)(?:ぐらい|くらい|ほど)?(?:まで|に)[^。]{0,6}(?:下が|上が|落ち|減|増|な[るっりら]|伸び)")


# Years as points of a line: 「2010年、2015年、2020年でどう推移」; set against each other they are compared.
DRAWN, SET_AGAINST = re.compile(r"推移|折れ線|グラフ|チャート|時系列|移り変わり|変遷"), re.compile(r"比べ|比較|対比|差は|差を|違い|どちら|どっち|何ポイント|棒グラフ")


# 「2007年より2021年の方が高い」: two years against each other, no stretch of years.
YEARS_AGAINST = re.compile(r"年(?:度)?より(?:も)?、?(?:(?:19|20)\d\d|\d\d)年?(?:度)?(?:の)?(?:方|ほう)|両年の")


def several_named(subjects, places) -> bool:
    return len(subjects) > 1 or len(places) > 1


def several_years(period: Period) -> bool:
    return period.span or len(period.years) > 1


def decide_data(relations: Found, subjects: tuple[Subject, ...], places: tuple[Place, ...], period: Period, text: str) -> tuple[str, str]:
    """(intent, statistic) of a data question."""
    if "did" in relations:
        return "compare", "did"
    if DENOMINATOR.search(text):
        return "figure", "count" if FRACTION.search(text) and subjects else "paper_count"
    if OVERTAKEN.search(text) and len(period.years) != 1 and max(1, len(subjects)) + max(1, len(places)) == 3:
        return "compare", "overtake"
    if INTERVAL.search(text) and not several_years(period):
        return "compare", "change"
    if "before_after" in relations and (not period.years or period.years == (2012,)):
        return "compare", "before_after"
    if extreme := extreme_year(text, relations):
        return "trend", extreme
    if not several_named(subjects, places) and LEVEL_PASSED.search(text):
        return "trend", "threshold"
    if "onset" in relations:
        return "trend", "trend" if re.search(r"落ち|下が|減", text) else "onset"
    if "count" in relations and (BOTH_KINDS.search(text) and not several_years(period) or not re.search(r"割合|比率|何%|率|percent|share|(?:本数|論文数|件数)の?シェア|(?:100|百)(?:本|件|報)の?(?:うち|中|に|あたり|当たり|なら)", text)):
        moving = {"trend", "ratio", "change"} & relations.keys() or re.search(r"何[本件]から何[本件]", text) or (len(period.years) > 1 and not period.span)
        if moving and len(period.years) == 2 and not period.span and "trend" not in relations:
            return "compare", "count" if subjects else "paper_count"
        return ("trend" if moving else "figure"), "count" if subjects else "paper_count"
    several = len(subjects) > 1 or len(places) > 1
    if len(period.years) == 1 and not several and VALUE_REACHED.search(text):
        return "figure", "level"
    if "threshold" in relations and not several and re.search(r"何年|いつ", text):
        return "trend", "threshold"
    if len(period.years) == 1 and not several and COMPARED_WITH.search(text):
        return "compare", "ratio" if "ratio" in relations else "change"
    if "ratio" in relations and not (several and (len(period.years) == 1 or not period.years and times_apart(text))):  # 「東大とMIT、2019年は何倍の差」 sets two values side by side
        return "compare", "ratio"
    if period.spans or period.span and YEARS_AGAINST.search(text):
        return "compare", "change"
    if len(period.years) >= 2 and not period.span and not several and DRAWN.search(text) and not SET_AGAINST.search(text):
        return "trend", "trend" if len(period.years) == 2 else "change"
    if len(period.years) >= 2 and not period.span:
        return "compare", "change"
    if "change" in relations and not several:
        return "compare", "change"
    if period.span and POOLED.search(text):
        return ("compare" if several else "figure"), "level"
    if several and len(period.years) == 1 and all(hit.text in ("表で", "表に") for hit in relations.get("trend", ())):
        return "compare", "level"
    if period.span or "trend" in relations or COME_TO.search(text):
        return ("compare", "trend") if several else ("trend", "trend")
    if several:
        return "compare", "level"
    return "figure", "level"
