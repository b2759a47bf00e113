"""What is asked of works together, by its form: how sound those just cited are, who opposes, which shows most, what papers say at large; where our own data
come from. The second mark in `inherited` tells which (see `assistant.evidence.works_weighed`)."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.pointed_back import NTH_PAPER, THE_PAPER, WEAKNESS

WORKS = "works"
SOUND, RIGOROUS, STRANDS, AGAINST, FURTHER, OWN_DATA, HOW, REPLY = "sound", "rigorous", "strands", "against", "further", "own_data", "how", "reply"
CITING = ("paper", "strategy", "explain", "why")
LONGEST = 48  # characters
BRIEF = 18  # characters in which one paper's section is asked for

BASE = r"(?:根拠|論拠|エビデンス|証拠|裏付け|論文|研究(?!者)|文献|出典|ソース|資料|調査|報告|evidence|papers?|stud(?:y|ies)|sources?)"
FIRM = r"(?:確か(?!め)|確実|強[いさ固]|弱い|しっかり|堅[いさ]|固[いさ]|手堅|信用|信頼|信憑|当てにな|あてにな|鵜呑み|真に受け|質(?:は|って|が)|レベル|strong|solid|reliable|trust|robust|sound)"
REVIEWED = re.compile(r"査読|ピアレビュー|プレプリント|peer.?review|preprint|審査(?:済|を(?:経|受|通))", re.IGNORECASE)
JUDGED = re.compile(rf"{BASE}[^。??]{{0,14}}{FIRM}|{FIRM}[^。??]{{0,6}}{BASE}|(?:how )?(?:strong|solid|reliable|robust)[^。??]{{0,12}}evidence", re.IGNORECASE)
LIMITS = re.compile(r"限界|弱点|limitations?|caveats?|信用でき|信頼でき|信じて|鵜呑み", re.IGNORECASE)
OUR_DATA = re.compile(r"データ|数字|数値|統計|割合|率|会議|グラフ|図|試算|計算(?!資源)|前提")
# A work told by what it says: 「大学が締め出されたと言う論文は信用できるか」.
OF_CLAIM = re.compile(rf"^(?P<claim>.{{6,60}}?)(?:という|と言う|といった|とする|っていう|と述べた|と主張する|と書いた|とした)(?:その)?(?:論文|研究(?!者)|報告|調査|文献)(?:は|って|の)?、?[^。??]{{0,16}}(?:{FIRM}|査読)")

OPPOSING = r"(?:反対(?!に)|反論|異論|異を唱え|異議|否定(?!でき)|批判|懐疑|反証|疑問を(?:呈|投げ))"
SPEAKER = r"(?:研究者|学者|論者|専門家|人(?!材|工)|論文|研究|文献|見解|意見|立場|声|派(?![生手])|説(?!明)|側|者)"
OPPOSED = re.compile(rf"{OPPOSING}[^。??]{{0,8}}{SPEAKER}|(?:別の|逆の|違う|異なる|反対側の)(?:見解|見方|意見|立場|考え(?:方)?)|(?:{SPEAKER})(?:で|の中で)[^。??]{{0,6}}{OPPOSING}|disagree|dissent|critics")
# What such a question may speak of beside: the talk itself, or the divide.
AT_LARGE = re.compile(
    r"^(?:で|じゃあ?|では|一方で|逆に|ちなみに|あと)?[、,]?|(?:この|その|こういう|そういう|今の|さっきの|これら|それら)(?:話|議論|結果|数字|傾向|見方|主張|説|結論|点|論調)?|これ|それ|計算資源の?|格差|という|見方|考え方|話|議論|論(?!文)|学界|世の中|世界|(?:は|に|を|の|が|も|って|で|と|へ|、)|"
    r"いる|います|いません|いない|おる|おらん|おらへん|(?:の|ん)?(?:やろ|だろ|でしょ)う?(?:か|な|ね)?|しとる|しとん|ある|あります|ない|ありません|ござい(?:ます|ません)|いらっしゃい(?:ます|ません)|(?:を|に)?(?:取|と|立|持)(?:る|って(?:い)?る|つ|っている|った)|立場|研究者|学者|専門家|論者|論文|研究|文献|見解|意見|[一1](?:つ|本|件)|だけ|誰|だれ|どんな|どの|どういう|何|なに|か|の|です|でしょう|している|してる|した|する|する人|教えて|ください|挙げて|知りたい|見せて|紹介して|たち|本当に|実際|他に?|ほかに?|対し(?:て)?|対する|ついて|関し(?:て)?|唱え|呈し|て|た|[??。\s]"
)
SOURCE_TOO = re.compile(r"(?:できれば|あわせて|合わせて)?(?:出典|根拠(?:となる論文)?|ソース|url)(?:も|を|付きで)、?(?:教え|示し|付け|お願い)?[^。、??]{0,8}", re.IGNORECASE)
MORE = re.compile(r"^(?:で|じゃあ?|では|それ|これ|これら|それら|その)?[、,]?(?:[0-9一二三四五]+(?:つ|本|人|件)?)?(?:の|より)?(?:他|ほか|以外|別)(?:に|の|は|には|にも)?[^。??]{0,14}[。??]*$|もっと(?:ある|ない|教えて|挙げて|知り|他|ほか|$|[??])|まだ(?:ある|いる|ない)|(?:これ|それ)(?:だけ|で全部|で全て|で終わり)")

STRONGEST = r"(?:(?:一|1)番|いちばん|最も|もっとも|最も|most|best|strongest|どれが|どの論文が)"
RIGOR = re.compile(
    rf"{STRONGEST}[^。??]{{0,12}}(?:しっかり|確か|強[いく固]|信頼|厳密|厳格|堅[いく]|固い|手堅|説得力|質の高|科学的|rigorous|solid|strong|reliable|evidence)[^。??]{{0,12}}{BASE}|{BASE}(?:の中で|のうち|で|は)?、?{STRONGEST}[^。??]{{0,6}}(?:しっかり|確か|強[いく固]|信頼|厳密|堅[いく]|手堅|説得力)|"
    rf"因果(?:関係)?(?:まで|を|が|の|に)[^。??]{{0,10}}(?:立証|実証|証明|示し|示す|確かめ|検証|特定|推定|踏み込)[^。??]{{0,8}}(?:論文|研究(?!者)|文献|調査|エビデンス)|{BASE}[^。??]{{0,10}}因果(?:関係)?(?:まで|を|が)?[^。??]{{0,6}}(?:立証|実証|証明|示し|示せ|確かめ|検証|特定)[^。??]{{0,6}}(?:もの|の)(?:は|って|が)|"
    r"(?:rigorous|strongest|causal|hardest)[^。??]{0,12}(?:evidence|papers?|stud)|エビデンスレベル", re.IGNORECASE,
)  # fmt: skip
SAYING = r"(?:(?:何|なに|どんなこと|どういうこと|どのようなこと|どんな(?:提案|議論|指摘|主張|説|処方箋))(?:が|を|と|って)?、?(?:主に|具体的に)?(?:言わ|いわ|言っ|言う|いっ|述べ|提案|議論|指摘|主張|論じ|書か|示さ|報告|提言|訴え|なさ|され|出)|(?:どう|どのように|どんな(?:ふう|風)に|どういう(?:ふう|風)に)、?(?:述べ|書か|論じ|言わ|いわ|言っ|言う|説明|捉え|とらえ|評価|扱わ|扱っ|報告|議論|見て|見られ))"
AT_LARGE_SAID = re.compile(rf"^(?:で|じゃあ?|では|ところで|そもそも|ちなみに)?[、,]?(?P<about>[^。??]{{0,24}}?)(?:先行研究|学術論文|論文|研究(?!者)|文献|学界|アカデミア)(?:の世界)?(?:では|で|は|には|って|によると|によれば)、?(?:いったい|一体|結局|主に|具体的に)?{SAYING}|^(?:で|じゃあ?|では)?[、,]?(?P<subject>[^。??]{{2,24}}?)(?:どんな|どういう|どのような)(?:論文|研究(?!者)|文献)(?:が|は)?、?(?:ある|あります|出て|存在)")
ABOUT = re.compile(r"(?:(?<![このその])(?<![そこ]れ)(?<!という[話説噂の])(?<!という(?:主張|意見|指摘|見方))(?:は|って)|について(?:の)?|に関して|をめぐって|に関する|をめぐる)、?$")
IDLE_ABOUT = re.compile(r"^(?:AI|ai|AIの|AI研究の|この(?:問題|話題|テーマ|分野)(?:で|の)?|計算資源の?|格差|の|について|に関して|に関する|をめぐって|をめぐる|問題|、|手元の|資料の)*$")
PROPOSED = re.compile(r"提案|提言|処方箋|訴え")
EXISTING = re.compile(r"(?:どんな|どういう|どのような)(?:論文|研究|文献)")

# 「計算資源の格差に関する文献の立場を整理してください」 「両方の言い分を並べて」
STANCES = re.compile(r"(?:文献|論文|研究(?!者)|学界|専門家|先行研究)[^。??]{0,6}(?:立場|見方|賛否|論調|主張|見解)(?:を|は)?[^。??]{0,8}(?:整理|分類|並べ|比較|比べ|まとめ|一覧|俯瞰)|(?:(?:両方|双方|両者)の?(?:言い分|意見|主張|立場|見方|論拠)|(?:賛成(?:派|側)?と反対(?:派|側)?|賛否(?:両論)?)の?(?:言い分|意見|主張|立場|見方|論拠)?)(?:を|は)?、?(?:並べ|整理|比べ|比較|まとめ|挙げ|教え|示し|紹介)")
AT_LARGE_TEXT = "論文では何が言われていますか"

OURS = r"(?:貴|この|当|本|御社の|貴社の|おたくの|あなたの|そちらの|こちらの|ここの|お宅の)(?:システム|サービス|サイト|アプリ|ツール|チャット|アシスタント|ボット|プロダクト|データベース|製品)?|羅針盤"
DATA = r"(?:数値|数字|データ(?!センタ|サイエ)|統計|情報|元データ|収録)"
ORIGIN = r"(?:出典|出所|出どころ|対象期間|(?<![一-龥])期間|何年分|何年から|いつから|いつまで|いつ(?:の|時点|更新|現在|ごろ)|いつ[^。??]{0,6}更新|どこから|どこの|ソース|更新(?:日|頻度|時期|され|し)|最終更新|最新(?:は|の年|です|なの|か)|時点)"
OWN = re.compile(rf"(?:{OURS})(?:の|は|が|で(?:使って(?:い)?る)?|に(?:入って(?:い)?る)?)?[^。??]{{0,6}}{DATA}[^。??]{{0,10}}{ORIGIN}|^(?:で|じゃあ?|ちなみに|使って(?:い)?る|元の?)?[、,]?{DATA}(?:は|の|って|が)?、?(?:全部で)?{ORIGIN}[^。??]{{0,12}}[。??]*$|^(?:で|ほんで|それ|これ|、)*(?:どこ|どっ|いったいどこ)から(?:取って(?:き|来)|持って(?:き|来)|引いて(?:き|来)|拾って(?:き|来)|出て(?:き|来)|取っ|出し|引い|集め)た{DATA}(?:です|なん|や|なの|や(?:ねん|ろ)|か|の|ん)*[。??]*$|^(?:で|じゃあ?|ちなみに|それ(?:は|って)|これ(?:は|って))?[、,]?(?:いつ(?:頃|ごろ|時点|現在)?|何年(?:時点|現在))の{DATA}(?:です|なの|なん|でしょう|か|[??。]|$)[^。??]{{0,6}}[。??]*$|^(?:で、?|じゃあ?、?)?[^。、]{{0,10}}?(?:どうやって|どのように)(?:調べ|数え|集計|集め)(?:た|まし|て)[^。??]{{0,8}}[。??]+ ?{DATA}(?:数|の数)?(?:は|って)?、?(?:全部で)?何[件本][^。??]{{0,6}}[。??]*$|^(?:data ?source|データソース)(?:と(?:対象)?期間)?は?[??]?$", re.IGNORECASE)
# 「このデータはどこの大学のもの」 asks for a place, not for our source.
NOT_OWN = re.compile(r"書き方|クレジット|引用|転載|載せ|掲載|企業|大学|会社|国(?!際)|日本|論文数|会議の|どこの(?:国|大学|企業|会社)")

# 「そちらの論文は、どのような方法で調べたものでしょうか」 「そのpaperのmethodologyを」: how the works just told went about it.
POINTED = re.compile(r"そちら|そっち|その|それ|この|これ|上の|今の|いまの|さっきの|先ほどの|挙げ")
METHOD = re.compile(r"methodolog|methods?(?![a-z])|メソッド|メソドロジー|方法論|(?:調査|研究|分析|検証)(?:の)?(?:方法|手法|手順)|(?:どの|どう|どん)[^。??]{0,8}(?:方法|手法|やり方|調べ方|手順)|(?:方法|手法|調べ方)(?:は|を|って|について)|(?:どうやって|どのように|どう)(?:調べ|測|分析|検証)", re.IGNORECASE)
OF_WORK = re.compile(r"論文|研究|調査|文献|資料|報告|paper|stud|ペーパー", re.IGNORECASE)
FOUND = re.compile(r"結論|結果|発見|主張")  # of the one paper that was told
# 「それに対して、あなた方はどう反論しますか」 after those who oppose.
ANSWERED_BACK = re.compile(r"(?:どう|何と|なんと|どのように|いかに)(?:言って)?、?(?:反論|言い返|応じ|応え|答え|切り返|返答|弁護|説明)|(?:反論|再反論|言い分|弁明)(?:は|が)?、?(?:ある|あり|でき|ござい|[??]|$)|(?:反論|再反論)(?:して|を(?:聞|お願|どうぞ|教|述べ))")
METHODS_EXPLAINED = ("did", "gsynth", "synthetic-control")

# 「御社のサービスは何を根拠に答えているのですか」: what all our answers rest on.
SERVICE = r"(?:御社|貴社|貴方|あなた|こちら|この(?:サービス|チャット|システム|ツール|アプリ|AI)|羅針盤)"
BASIS = r"(?:根拠|もと(?:に|づ)|元(?:に|ネタ)|基(?:に|づ)|ベース|参考|よりどころ|拠り所|情報源|ソース|出どころ)"
RESTING = re.compile(
    rf"^(?:{SERVICE}(?:の(?:サービス|チャット|システム|回答|答え|数字|情報))?|(?:ここ(?:で)?の)?(?:回答|答え)(?:の)?)(?:は|って|が|の|、)*(?:(?:そもそも|いったい|一体)?(?:何|なに|どんな(?:もの|資料|データ|情報)|どういう(?:もの|資料|データ|情報)|どこの(?:もの|資料|データ|情報)))?(?:を|に|から|の)?{BASIS}[^。、??]{{0,14}}[。??]*$|"
    r"^(?:どんな|どういう|何の|どこの)(?:資料|データ|情報)(?:を|に|から)(?:もとに|元に|基に|根拠に|ベースに|参考に|基づいて|もとづいて)[^。、??]{0,10}[。??]*$"
)


def works_asked(text: str, previous: Question | None) -> Question | None:
    """The question, marked with what is asked; None for any other text."""
    if len(text) > LONGEST and not OF_CLAIM.match(text):
        return None
    kind, listed = told_kind(text, previous)
    if kind is None:
        return None
    intent = "limits" if kind == OWN_DATA else "paper"
    more = kind == STRANDS and listed
    if kind == STRANDS and STANCES.search(text):
        text = AT_LARGE_TEXT
    return Question(text=text, intent=intent, resolved=text, topic=previous.topic if more else text, listed=listed, inherited=(WORKS, kind))


def marks(question: Question) -> tuple[str, ...]:
    """What a question of works was marked with, also where its answer is wanted in another style."""
    return question.inherited if question.inherited[:1] == (WORKS,) else question.found_for[3:]


def told_kind(text: str, previous: Question | None) -> tuple[str | None, tuple[str, ...]]:
    """(what is asked of works, the works that it is asked of)."""
    listed = previous.listed if previous is not None else ()
    of_paper = previous is not None and previous.intent == "paper" and (previous.paper or listed and THE_PAPER.search(text)) and not re.search(OURS, text)  # 「データはどこから?」 after a paper
    if RESTING.match(text) or OWN.search(text) and not NOT_OWN.search(text) and not of_paper:
        return OWN_DATA, ()
    if RIGOR.search(text):
        return RIGOROUS, ()
    if opposing_told(previous) and MORE.search(text):
        return FURTHER, listed
    if STANCES.search(text):
        return STRANDS, ()
    if previous is not None and STRANDS in previous.inherited and MORE.search(text):
        return STRANDS, listed
    if OPPOSED.search(text) and at_large(text) and (previous is None or previous.intent in (*DATA_INTENTS, "limits", "why", "strategy", "roi") or method_explained(previous) or opposing_told(previous)):
        return (FURTHER, listed) if opposing_told(previous) else (AGAINST, ())
    if opposing_told(previous) and ANSWERED_BACK.search(text):
        return REPLY, listed
    told = listed if previous is None or previous.paper is None else (previous.paper,)
    if told and previous.intent == "paper" and METHOD.search(text) and POINTED.search(text) and (OF_WORK.search(text) and (previous.paper is None or len(text) > BRIEF) or previous.paper and FOUND.search(text)):
        return HOW, told
    if OF_CLAIM.match(text):
        return SOUND, ()
    if (said := AT_LARGE_SAID.match(text)) and not THE_PAPER.search(text) and told_about(said) is not None:
        return STRANDS, ()
    return (SOUND, listed) if soundness(text, previous) else (None, ())


def told_about(said: re.Match) -> str | None:
    """What papers are asked about: "" where it is the divide or nothing of its own; None where the words before are no subject."""
    about = said["about"] if said["about"] is not None else said["subject"]
    if IDLE_ABOUT.match(about):
        return ""
    return ABOUT.sub("", about) if ABOUT.search(about) else None


def soundness(text: str, previous: Question | None) -> bool:
    """Whether it is asked how sound the works are that the last answer cited."""
    if previous is None or not previous.listed or previous.intent not in CITING or OUR_DATA.search(text) or NTH_PAPER.search(text):  # 「3つ目の弱点は?」 is asked of that one
        return False
    limits = LIMITS.search(text) is not None and (previous.paper is None or text.isascii() or re.search(r"[a-z]{5}", text.lower()))
    of_one = previous.paper is not None and THE_PAPER.search(text) and WEAKNESS.search(text)  # 「その研究の弱いところは?」
    return bool(REVIEWED.search(text) or JUDGED.search(text) and not of_one or limits)


def opposing_told(previous: Question | None) -> bool:
    """Whether the last answer told those who oppose."""
    return previous is not None and previous.intent == "paper" and bool(previous.listed) and (AGAINST in previous.inherited or FURTHER in previous.inherited or OPPOSED.search(previous.text) is not None)


def method_explained(previous: Question) -> bool:
    """Whether the last answer explained a method of our own figures: what is opposed after it is what they show."""
    return previous.intent == "explain" and previous.term in METHODS_EXPLAINED


def at_large(text: str) -> bool:
    """Whether opposition is to what the talk is about or to the divide, and to nothing of its own."""
    return not AT_LARGE.sub("", SOURCE_TOO.sub("", OPPOSED.sub("", text)))
