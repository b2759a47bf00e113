"""Which works went about it in some way, of all that are held or of those just listed (「差の差分析を使った論文は?」 「そのうちアンケートによるものは?」), which of
those listed tell of a matter (「この中で日本に触れているものは?」), and one thing of each of them (「それぞれの主張を1行で」 「その論文の根拠は?」 after three)."""

import re

import prompts
from assistant.models import Question
from assistant.understand.cues.stated import TABLE
from assistant.understand.text.matcher import Text
from assistant.understand.works.works_asked import HOW, SOUND, WORKS

BY_METHOD, TOUCHING, EACH, BY_YEAR = "by_method", "touching", "each", "by_year"
WHOLE = "その論文の要約"
LONGEST = 60  # characters
CITING = ("paper", "explain", "why", "strategy")
# A way of studying → the words of it, in questions and in summaries.
METHODS = {
    "差の差": r"差の差|差分の差分|ディフ(?:ァレンス)?[・ー]?イン|difference-?in-?difference|(?<![a-z])did(?![a-z])",
    "合成コントロール": r"合成(?:コントロール|統制|対照)|synthetic control",
    "アンケート": r"アンケート|質問票|サーベイ|意識調査|(?<![a-z])survey",
    "聞き取り": r"聞き取り|インタビュー|面接|ヒアリング|interview",
    "回帰分析": r"回帰(?:分析|モデル)?|regression",
    "実験": r"(?<!自然)実験|experiment",
    "文章分析": r"文章(?:の)?分析|テキスト(?:分析|マイニング|解析)|トピックモデル|text analysis",
    "引用の分析": r"引用(?:数|関係|網|ネットワーク)?(?:の)?分析|引用数を(?:比べ|調べ)|計量書誌|書誌計量",
    "メタ分析": r"メタ分析|メタアナリシス|meta-?analysis",
    "特許データ": r"特許",
    "シミュレーション": r"シミュレーション|模擬実験|simulation",
}
WORK = r"(?:論文|研究(?![者所費])|文献|調査(?!票)|報告書?|資料|もの|やつ|の)"
USED = rf"(?:の?(?:分析|調査|データ|結果)|法|手法|手続き)*(?:を|で|に|による|に基づ[いく]|から)?、?(?:使|用い|採[っり用]|行[っなわ]|実施|調べ|推定|分析|検証|よる|やった|した|して(?:い)?る|基づ)[^。、??]{{0,6}}{WORK}"
BY = {name: re.compile(rf"(?:{words}){USED}", re.IGNORECASE) for name, words in METHODS.items()}
ASKED = re.compile(rf"{WORK}(?:は|って|が|を|も)?、?(?:どれ|どの|何|なに|ある|あり|ない|教え|挙げ|知り|紹介|見せ|一覧|含ま|[。??]|$)")
OURS = re.compile(r"当サービス|このサービス|御社|この(?:データ|数字)|参加率|割合|率(?:は|を|の)|ポイント|何%")
AMONG = r"(?:(?:この|その|これら|それら|上|今|挙げた|紹介した)(?:の)?(?:論文|研究|資料|[2-9二三四五](?:本|つ|件))?(?:の)?(?:中|うち|なか)(?:で|に|の|から)?(?:は|、)*)"
AMONG_THEM = re.compile(AMONG)
TELLS_OF = re.compile(rf"{AMONG}(?P<what>[^。、??]{{1,16}}?)(?:に(?:ついて|関して|も|は)?|を|が|の(?:こと|話|例)(?:を|に|が|も)?|も|は)+、?(?:触れ|扱[っう]|言及|書[いか]|述べ|取り上げ|調べ|論じ|含[みむま]|出て(?:くる|いる)|対象に|入って)")
EACH_OF = re.compile(r"それぞれ|各(?:論文|研究|資料|々)|おのおの|めいめい|(?:[2-9二三四五]|全)(?:本|つ|件)(?:とも|全部|すべて|の論文)|1[本つ]ずつ|一[本つ]ずつ|(?:全部|すべて|全て)の(?:論文|研究|資料)|(?:[2-5二三四五](?:本|つ|件)|全部|みんな|すべて)(?:を|とも)?、?(?:まとめて|並べて)?、?(?:比べ|比較|並べ)")
THESE = re.compile(r"^(?:で、?|じゃあ?、?|では、?)?(?:その|この|それらの|これらの|上の|今の|挙げた|さっきの)(?:[2-9二三四五](?:本|つ|件)の)?(?:論文|研究(?![者所費])|調査|資料|文献)(?:たち|ら)?(?:の|は|って|が)")
WAY = re.compile(r"根拠|論拠|方法|手法|調べ方|やり方|サンプル|標本|母数|調査対象|期間|データ|どうやって|どのように調べ")
SAID = re.compile(r"主張|結論|要点|発見|要約|要旨|結果|言いたい|言って(?:い)?る|内容|中身|分かったこと|わかったこと|比べ|比較|並べ|ポイント|趣旨|概要")
LIMITED = re.compile(r"限界|弱点|弱み|欠点|注意点|問題点")


# 「結果を一文で」 right after one paper.
RESULT = re.compile(r"^(?:で、?|では、?|じゃあ?、?)?(?:その|この)?(?:論文の)?(?:結果|結論|主張|要点|発見|要旨)(?:を|は|だけ)?、?(?:一文|1文|一言|ひとこと|一行|1行|短く|手短|簡潔)(?:で|に)?(?:まとめ|言う|言っ|お願い(?:し)?(?:ます)?|教え|示し|くだ|下さ|と|て|ください|下さい|くれ|[??。])*$")
# 「2020年以前の文献はありますか」
DATED = re.compile(rf"^(?!.*(?:何[本件割%]|何パー|割合|比率|参加率|共著率|本数|件数)).*?(?P<year>20[0-2]\d)年(?P<side>以前|以降|以後|より前|より後|まで|から(?:後|先)?|ごろ|頃)?の?(?:間)?(?:に|の)?(?:出た|書かれた|発表された|公表された|出版された)?の?(?:論文|研究(?![者所費])|文献|報告書?|資料)(?:は|が|も|って|を|で)(?!.*(?:何[本件報%割]|本数|件数|いくつ|割合|率|数は|企業|大学|会議|増|減|多|少))")
SIDES = {"以前": -1, "より前": -1, "まで": -1, "以降": 1, "以後": 1, "より後": 1, "から": 1, "から後": 1, "から先": 1}


def of_listed(text: Text, previous: Question | None) -> Question | None:
    """The question, marked with what is asked and of which works; None for any other."""
    if len(text.folded) > LONGEST or OURS.search(text.folded):
        return None
    listed = works_listed(previous)
    asked = Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, listed=listed)
    among = len(listed) > 1 and AMONG_THEM.search(text.folded) is not None
    method = next((name for name, words in BY.items() if words.search(text.folded)), None)
    if method is not None and ASKED.search(text.folded):
        return asked.with_(listed=listed if among else (), inherited=(WORKS, BY_METHOD, method))
    if previous is not None and previous.paper and previous.intent in (*CITING, "phrases") and RESULT.match(text.folded):
        return asked.with_(text=WHOLE, topic=WHOLE, paper=previous.paper, inherited=("paper",), style="short")
    if (dated := DATED.match(text.folded)) is not None:
        return asked.with_(listed=(), inherited=(WORKS, BY_YEAR, dated["year"], str(SIDES.get(dated["side"], 0)), f"{dated['year']}年{dated['side'] or ''}"))
    if len(listed) == 1 and previous.intent == "paper" and AMONG_THEM.match(text.folded):  # there is nothing to choose among
        return asked.with_(text=WHOLE, topic=WHOLE, paper=listed[0], inherited=("paper", "fewer"), readings=(prompts.render("notes", "only_paper"),))
    if len(listed) < 2:
        return None
    if among and (told := TELLS_OF.search(text.folded)):
        return asked.with_(inherited=(WORKS, TOUCHING, told["what"]))
    if EACH_OF.search(text.folded) or THESE.match(text.folded) and previous.paper not in listed:
        kind = HOW if WAY.search(text.folded) else SOUND if LIMITED.search(text.folded) else EACH if SAID.search(text.folded) else None
        return asked.with_(inherited=(WORKS, kind), style="table" if TABLE.search(text.folded) else "normal") if kind else None
    return None


def works_listed(previous: Question | None) -> tuple[str, ...]:
    """The works that the last answer listed; of those that oppose a work, without that work itself."""
    if previous is None or previous.intent not in CITING:
        return ()
    return tuple(work for work in previous.listed if work != previous.paper) if "opposed" in previous.inherited else previous.listed
