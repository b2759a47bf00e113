"""What a message asks of the plan calculated earlier in a talk that changes nothing of it, and the plan of the talk that it goes back to."""

import re

import prompts
from assistant.models import Question
from assistant.understand.plans.amount_again import GRANT, grant_named
from assistant.understand.plans.beside_plan import PLANS
from assistant.understand.plans.columns_wanted import of_columns, table_of_ways
from assistant.understand.plans.each_plan import amounts_of, compared_last, least_risk, nth_wanted, plans_of_talk, shares, together, unitless
from assistant.understand.plans.how_far import how_far_asked
from assistant.understand.plans.investment import Investment, read_investment
from assistant.understand.plans.investment_asked import DRAFTED, weighs_renting
from assistant.understand.plans.meant_by_talk import CAP
from assistant.understand.plans.plan_asked import asked_of_plan, basis_told, free_thought
from assistant.understand.plans.plan_exit import exits_asked
from assistant.understand.plans.plan_history import named_back, restored, returned
from assistant.understand.plans.plan_talk import plan_told
from assistant.understand.plans.uncounted import uncounted
from assistant.understand.plans.ways_chosen import BEGIN, better_of, choice_of_ways
from assistant.understand.plans.yearly_costs import cost_asked as other_cost
from assistant.understand.text.matcher import Text
from assistant.understand.text.whole_talk import ONE_LINE

COST = re.compile(r"^(?:だいたい|大体|ざっと|結局|で、?|じゃあ、?|それで|それって|一体|実際)*、?(?:いくら|なんぼ|お?金(?:は|って)?どれ|費用は|予算は)[^。]{0,10}(?:かか|掛か|要[るり]|必要|いる(?:の|ん|か)|くらい|ぐらい)")
OF_PAPERS = re.compile(r"論文|会議|学会|割合|参加率|平均|相場|1件|一件|統計|gpu|時間", re.IGNORECASE)
PLAN_TURNS = ("roi", "strategy", "document", "phrases")  # after which a plan need not be named
FIRST_WAY = "小規模プロトタイプの採算は"
LONGEST, SHORT = 120, 40  # characters
HOW_MUCH = r"(?:いくら|なんぼ|幾ら|どこ|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|何(?:百|千)?万円?)"
SPENT = r"(?:投資|投じ|出資|出せ|出し|出す|払[えいうっ]|支払|使[えいうっ]|かけ(?!離)|掛け|つぎ込|注ぎ込|突っ込|お?金を)"
# 「いくらまで投資していい?」 「投資の上限は」: the outlay at which nothing is gained or lost.
LARGEST = re.compile(
    rf"{HOW_MUCH}まで(?:なら|は|だったら|やったら|だと)?、?(?:の)?(?:初期)?{SPENT}|(?:初期)?(?:投資(?:額)?|費用|予算|元手|購入額|持ち出し|支出)(?:は|を|が|って|も|として)?、?(?:最大(?:で|限)?(?:いくら|どこ|なんぼ)?|{HOW_MUCH})まで(?!の?効果)|"
    rf"(?:投資|支出|出せる|かけられる|払える|許容)[^。、??]{{0,8}}(?:上限|限度|最大額|最高額|天井)|(?:上限|限度|最大)(?:で|は)?{HOW_MUCH}[^。、??]{{0,6}}{SPENT}|(?:許容|妥当|正当化)できる(?:初期)?(?:投資|費用|支出)"
)
# 「各年の割引後の金額を並べて」 「検算したい」: the working by years, first.
BY_YEAR = r"(?:各年(?:度)?|年(?:度)?ごと|毎年(?!、?(?:約|およそ)?[0-9])|年(?:度)?別|年次|[1一]年ごと|[1一]年ずつ|年々)"
YEARLY = re.compile(
    rf"{BY_YEAR}(?:の|に|で)?[^。、??]{{0,14}}(?:割引|割り引|現在価値|今の価値|金額|収支|キャッシュ|内訳|並べ|一覧|表|明細|計算)|割引係数|現価係数|割(?:り)?引(?:いた)?(?:後|き後)の?(?:金額|額|キャッシュ|数字|値)|検算|検証し(?:たい|て)|"
    r"計算(?:の)?(?:過程|途中|内訳|中身|手順|式|根拠)(?:を|が|は|も)|途中(?:の)?(?:計算|式|経過)|(?:数)?式を(?:見せ|教え|出し|書)|どう(?:やって)?計算(?:した|して)"
)
# 「3つあるうち、どれが一番金かからへん」: the plan that costs least.
LEAST = re.compile(
    r"(?:一番|いちばん|最も|もっとも|1番|[一1]等|なるべく|できるだけ|どれが|どの案が|どちらが|どっちが)、?[^。、??]{0,8}?(?:安(?:い|く|上がり|価)|(?:お?金|費用|コスト|元手|予算|負担|出費|初期投資|持ち出し|投資)(?:が|の|は|も)?、?(?:かから|掛から|少な|低|安|軽|小さ|いら|要ら)|低予算|低コスト|手頃|割安)"
)
OF_PLANS = re.compile(r"(?:案|戦略|選択肢|やり方|方法|道|手|プラン|計画|進め方)|うち(?:で|の|、|どれ)|[3三]つ|その中|この中|どれ")
# 「三つあるうち」 「うちはどうしたらいい?」: the ways that a firm has.
OF_WAYS = re.compile(r"(?:[3三]つ|[3三])(?:ある)?(?:の)?(?:うち|中|案|方策|道|やり方|方法)|どう(?:したら|すれば|するのが)|どない(?:したら|すれば)|何から(?:始め|手)")
WAYS_NAMED = re.compile(r"(?:[3三]つ|[3三])の?(?:やり方|やりかた|方法|案|道|選択肢|戦略|手|うち|プラン|進め方|中)|(?:[3三]つ|[3三])(?:ある)?(?:中|うち)|どの(?:案|やり方|方法|戦略|道|手|プラン)|(?:やり方|選択肢|戦略)(?:の(?:中|うち))|[3三]つのどれ|[3三]択")
WAY_SOUGHT = re.compile(r"AI[^。]{0,30}[。、][^。]{0,6}(?:どう|どない|どげん|なじょ|どや)(?:し?たら|すれば|すっぺ|する(?:のが|べき)|したもん)")  # 「毎月80万ならAIに出せる。どうすればいい?」
WHICH = re.compile(r"どれ|どの(?:案|やり方|方法|戦略|道|手|プラン)|どちら|どっち|一番|いちばん|おすすめ|お勧め|勧め|向[いく]|現実的|無難|[3三]択")
# 「部長に『効果500万の根拠は?』と聞かれたら」: what to say for one's own figure.
QUOTED = re.compile(r"[「『\"“](?P<said>[^」』\"”]{2,60})[」』\"”]")
MET = r"(?:と|って|て|とか|なんて)?、?(?:言って)?(?:聞か|きか|訊か|問わ|言わ|突っ込ま|つっこま|質問|詰め|指摘|追及|問い詰め|尋ね|問いただ|ツッコ)[^。、??]{0,6}?(?:れ|さ|ま)[^。??]{0,4}(?:たら|れば|とき|時|場合|そう|ても|る|て)"
BACKED = re.compile(r"根拠|裏付け|裏づけ|どう(?:やって)?(?:出し|計算|見積|算出|はじ)|どこから(?:来|出|き)|本当に|ほんまに|ほんとに|妥当|甘く|盛っ|楽観|確か(?:な|か|なの)|信じ|出るの|出るんか")
# 「なんで借りる方が得なの?」: what the result stands on.
WHY = re.compile(r"(?:なぜ|何故|なんで|何で|どうして)[^。??]{0,14}?(?:得|損|有利|不利|安[いく]|高[いく]|プラス|マイナス|赤字|黒字|儲|回収でき|元が取れ)|(?:得|損|有利|不利|安い|高い|プラス|マイナス|赤字|黒字)[^。??]{0,6}(?:理由|のは(?:なぜ|なんで|どうして)|わけ)")
# 「説明して」 after a plan: what was calculated, told once more.
TOLD_AGAIN = re.compile(r"^(?:じゃあ?|では|で|もう(?:少し|ちょっと|一度)|詳しく|ちゃんと|(?:この|今の|さっきの|その)(?:計算|試算|計画|案|結果|数字)(?:を|について)?|中身を?|、)*(?:説明|解説)(?:を|も)?(?:して|お願い|おねがい|頼む|くれ|ください|下さい|ほしい|欲しい|しま|いただけ|もらえ|ます|する|か|よ|[。!??])*$")
OF_GAIN = re.compile(r"効果|削減|浮く|メリット|リターン|利益|[0-9]+(?:万|億)")
OF_SPENT = re.compile(r"初期|投資(?!対効果)|購入額|費用|見積")


# 「結局どっち、一行で」 after another question in between.
WHICH_BARE = re.compile(r"^(?:で|結局|じゃあ?|では|結論|要するに|、)+(?:の?ところ|として)?(?:は|、)*(?:どっち|どちら|どれ)(?:が|に|を|なの|です|だ|、|[??]|$)[^。]{0,14}$")
# 「試作に300万出そうか迷ってる」
HESITATES = re.compile(r"迷[っいう]|悩[んみ]|(?:出|かけ|投じ|やろ|入れ)[そよ]?うか|どうしようか|踏み切れ|ためら|躊躇")
# 「うちが3000万円出して小さい試作やったら、なんぼ戻ってくる?」 「共同研究に1500万のリターンは?」
HOW_GREAT = r"(?:いくら|なんぼ|幾ら|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|何(?:百|千)?万円?|何倍)"
RETURNED = re.compile(
    rf"{HOW_GREAT}(?:に|くらい|ぐらい|ほど|の|が|は)*、?(?:お?金|利益|もの|ぶん|分)?(?:が|は|に)?、?(?:な(?:って|り))?(?:戻[っりる]|もど[っりる]|返っ|帰っ|返[りる]|儲[かけ]|もうか|得られ|取り返せ|見返り|リターン|入っ(?:て|た)|プラス)|"
    rf"(?:リターン|見返り|利益|儲け|もうけ|戻り|実入り|取り分|期待値|採算)(?:は|が|って|を|、)*[^。、??]{{0,8}}?(?:{HOW_GREAT}|見積|試算|計算|はじい|教え|出し|[??]|$)|割(?:に|が)合|見合[いうっ]|(?:損|赤字|黒字|失敗|成功|元が?取れ)[^。、??]{{0,6}}(?:確率|可能性|見込み|リスク)"
)
# 「以上を経営会議用に1枚にまとめて。英語版もほしい」
PAPER_AND = re.compile(r"^(?:以上|これ|それ|今の|ここまで)[^。0-9一]{0,14}(?:[1一]枚|ワンペーパー|稟議書?|スライド|資料|Word|ワード|Excel|エクセル|PowerPoint|パワポ)(?:の?紙|もの)?(?:に|で|へ)[^。]{0,14}(?:まとめ|して|作|お願|頼)[^。]{0,10}。", re.IGNORECASE)
# 「元の案でメールを下書きして」: words are to be written of the plan.
WORDED = re.compile(r"メール|文面|文章|説明文|手紙|原稿|一言|ひとこと|言い方|話[すしせ](?!に戻|を戻)|[0-9]秒|スピーチ|読み上げ|英語")
# 「社長に一枚で見せたい」
ONE_PAGE = re.compile(r"^[^。0-9]{0,14}(?:[1一]枚|ワンペーパー|紙一枚|A4(?:[1一]枚)?)(?:の?紙|もの)?(?:で|に)(?:して|まとめて)?、?(?:見せ|まとめ|出し|出す|説明|渡|報告|配)[^。??]{0,10}[。]?$|(?:説明|見せ|配|渡|報告)(?:する|す|る|用の?|の)(?:紙|ペーパー)(?:を|も|が)?、?(?:作|つく|用意|こしら|まとめ|ください|頼|お願|ほし|欲し|要)")
# 「運用10年だと?」: years that only a plan has, no year of the data.
PLAN_YEARS = re.compile(r"(?:運用|使用|利用|稼働|研究|契約|計画)(?:の)?(?:期間|年数)?(?:を|は|が|、)?(?:あと|さらに)?[0-9]{1,2}年(?!度|代|の|に|から)")
# 「で、買うのか借りるのか、一言で」
BUYS = re.compile(r"買[うい][^。、]{0,4}(?:か|と)、?借り|借り[るて][^。、]{0,4}(?:か|と)、?買")


def result_wanted(text: str) -> str | None:
    """`largest_outlay`, `yearly`, `least_spent`, `backed`, `exit` or `other_cost`: what a text asks of a plan; None for any other."""
    if backing(text) is not None:
        return "backed"
    if exits_asked(text):
        return "exit"
    if other_cost(text) is not None:
        return "other_cost"
    if LARGEST.search(text):
        return "largest_outlay"
    if LEAST.search(text) and OF_PLANS.search(text):
        return "least_spent"
    return "yearly" if YEARLY.search(text) else None


def backing(text: str) -> str | None:
    """`benefit` or `initial`: the figure of one's own that somebody doubts in quoted words; None for any other text."""
    match = QUOTED.search(text)
    if match is None or not BACKED.search(match["said"]) or not re.match(MET, text[match.end() :]):
        return None
    if OF_GAIN.search(match["said"]) and not re.search(r"初期投資|購入額|投資額", match["said"]):
        return "benefit"
    return "initial" if OF_SPENT.search(match["said"]) else None


def told_whole(text: str) -> bool:
    """Whether what a text says of others is part of what it asks: a figure that somebody doubts, or what a bank looks at."""
    return backing(text) is not None or uncounted(text) == "bank"


def plan_topic(previous: Question | None) -> str:
    """The lines of the plan that a talk is about, calculated last or earlier; empty for none."""
    if previous is None:
        return ""
    if previous.intent == "document" and not {"amounts", "answer"} & set(previous.inherited):  # a form for one of the ways, the first of them where none was named
        return previous.topic if read_investment(previous.topic).strategies else f"{FIRST_WAY}\n{previous.topic}"
    calculated = previous.intent == "roi" or previous.intent in ("document", "strategy") and ("amounts" in previous.inherited or ways_within(previous.text))
    return previous.topic if calculated else plan_told(previous) or previous.plan


def of_told_plan(text: Text, previous: Question | None) -> Question | None:
    """The message asked of the plan of the talk; cold, the largest outlay for a told effect. None for any other message."""
    if len(text.folded) > LONGEST:
        return None
    if (cost := cost_asked(text)) is not None and plan_topic(previous) == "":
        return cost
    topic, wanted = plan_topic(previous), result_wanted(text.folded)
    if free_thought(text.folded) and len(read_investment(text.folded).strategies) == 1 and not OF_PAPERS.search(text.folded):
        return asked(text, topic)
    if (of_ways := of_columns(text, previous, topic) or of_several(text, topic if previous is not None and previous.intent in PLAN_TURNS else "")) is not None:
        return of_ways
    if not topic and wanted is None:
        return None
    told = read_investment(text.folded)
    if wanted == "largest_outlay" and told.benefit is not None:
        return asked(text, topic if told.initial is None and told.years is None else "")
    if wanted == "least_spent" and not told.amounts_told and (named_several(text.lowered) or OF_WAYS.search(text.folded) and not OF_PAPERS.search(text.folded) or previous is not None and previous.intent == "strategy"):
        return asked(text, topic)
    if wanted == "other_cost" and previous is not None and previous.intent == "roi" and any(map(weighs_renting, topic.split("\n"))):
        return asked(text, topic)
    if topic and previous.intent == "roi" and (PAPER_AND.match(text.folded) or ONE_PAGE.search(text.folded)):
        return asked(text, topic, "document")
    if topic and previous.intent == "roi" and len(text.folded) <= SHORT and PLAN_YEARS.search(text.folded) and not OF_PAPERS.search(text.folded):
        return asked(text, topic)
    if topic and previous.intent in PLAN_TURNS and (of_plan := asked_of_plan(text.folded)) is not None and of_plan.kind in ("uncounted", "real", "premises") and not OF_PAPERS.search(text.folded):
        return asked(text, topic)
    if topic and previous.intent in ("roi", "document", "phrases") and previous.inherited[:1] != ("answer",) and basis_told(text.folded):
        return asked(text, topic)
    if topic and previous.intent in ("roi", "document", "phrases") and named_back(text.folded):
        return asked(text, topic, "document" if document_wanted(text) else "roi")
    if not topic or not tells_amounts(topic):
        return asked(text, topic) if wanted in ("least_spent", "exit") and topic and not told.amounts_told else None
    if wanted is not None and (wanted != "yearly" or previous.intent in ("roi", "document")) and not re.search(r"論文|会議|大学|割合|参加率", text.folded):
        return asked(text, topic)
    if previous.intent in ("roi", "document", "phrases") and len(text.folded) <= SHORT and WHY.search(text.folded) and not re.search(r"論文|会議|大学|割合|参加率", text.folded):
        return asked(text, topic)
    if previous.intent in ("roi", "document", "phrases") and (TOLD_AGAIN.match(text.folded) or how_far_asked(text.folded)):
        return asked(text, topic)
    if len(text.folded) <= SHORT and WHICH_BARE.match(text.folded) and previous.intent in ("roi", "paper", "explain", "phrases"):
        return asked(text, topic).with_(style="shortest" if ONE_LINE.search(text.folded) else "normal")
    if previous.intent == "roi" and CAP.search(text.folded) and GRANT.search(topic):
        return asked(text, topic)
    if previous.intent == "roi" and grant_named(text.folded, topic) != text.folded:
        return asked(text, topic)
    if previous.intent == "roi" and len(text.folded) <= SHORT and BUYS.search(text.folded) and any(map(weighs_renting, topic.split("\n"))):
        return asked(text, topic).with_(style="shortest" if ONE_LINE.search(text.folded) else "normal")
    going_back = restored(text.folded) or returned(text.folded) and (previous.intent in ("roi", "document") or re.search(r"案|計画|プラン|投資|試算", text.folded))
    if not going_back or WORDED.search(text.folded) or re.search(r"論文|会議|割合|参加率", text.folded):
        return None
    return asked(text, topic, "document" if document_wanted(text) else "roi")


def of_several(text: Text, topic: str) -> Question | None:
    """Strategies with an amount of each, done all at once, or one of those compared by its place; None for any other message."""
    if table_of_ways(text.folded):
        return asked(text, "" if tells_amounts(topic) else topic)
    if hesitates(text.folded):
        return asked(text, "")
    if (choice := choice_of_ways(text.folded, compared_last(topic.split("\n")))) is not None:
        return asked(text, topic, "strategy" if choice[0] == BEGIN else "roi")
    if topic and better_of(text.folded) and shares(topic.split("\n")):
        return asked(text, topic)
    if ways_within(text.folded):
        told = read_investment(text.folded)
        return asked(text, "", "roi" if told.fund is None and told.initial is None else "strategy")
    if least_risk(text.folded) and compared_last([text.folded, *topic.split("\n")]):
        return asked(text, topic)
    if amounts_of(text.folded) or unitless(text.folded) and together(text.folded):
        return asked(text, "")
    if topic and nth_wanted(text.folded) is not None and compared_last(topic.split("\n")):
        return asked(text, topic, "document" if document_wanted(text) else "roi")
    if not together(text.folded) or not plans_of_talk([text.folded, *topic.split("\n")]):
        return None
    return asked(text, topic)


def ways_within(text: str) -> bool:
    """Whether a text asks which of the ways to take with what may be spent: 「年に3000万しか出せないが、3つのやり方のうちどれ?」."""
    told = read_investment(text)
    spent = told.initial if not told.strategies and WAYS_NAMED.search(text) else None  # 「3000万円出したら三つのうちどれがええ?」
    limit = told.fund or (told.budget if told.limited or not told.strategies else None) or spent
    if limit is None or told.benefit is not None or told.initial is not spent or OF_PAPERS.search(text):
        return False
    return told.limited and WAY_SOUGHT.search(text) is not None or WHICH.search(text) is not None and (len([name for name in told.strategies if name in PLANS]) > 1 or WAYS_NAMED.search(text) is not None)


def hesitates(text: str) -> bool:
    """Whether a text weighs a sum for one strategy: 「試作に300万出そうか迷ってる」, or asks what comes back of it."""
    told = read_investment(text)
    return (HESITATES.search(text) is not None or RETURNED.search(text) is not None and told.benefit is None) and len(told.strategies) == 1 and told.strategies[0] in PLANS and told.initial is not None and OF_PAPERS.search(text) is None


def cost_asked(text: Text) -> Question | None:
    """What a strategy costs, asked after another remark about it: 「共同研究って大学とだよね?いくらぐらいかかるもんなの?」."""
    told = read_investment(text.folded)
    alone = len(told.strategies) == 1 and told.strategies[0] in PLANS and told == Investment(strategies=told.strategies)
    if not alone or COST.search(re.split(r"[。??!]\s*(?=.)", text.folded)[-1]) is None or not re.search(r"[。??!].", text.folded) or OF_PAPERS.search(text.folded):
        return None
    return asked(text, "")


def asked(text: Text, topic: str, intent: str = "roi") -> Question:
    lines = f"{text.folded}\n{topic}" if topic else text.folded
    return Question(text=text.folded, intent=intent, resolved=text.folded, topic=lines, inherited=("amounts",) if topic else ())


def tells_amounts(topic: str) -> bool:
    """Whether the lines of a talk tell amounts of a plan."""
    return any(told.amounts_told or told.rent is not None for told in map(read_investment, topic.split("\n")))


def named_several(lowered: str) -> bool:
    """Whether a text speaks of the strategies, or names several plans."""
    words = prompts.lexicon("investment")
    plans = [name for name in read_investment(lowered).strategies if name in ("prototype", "cloud", "joint")]
    return len(plans) > 1 or any(word in lowered for word in words["strategies"]) and not any(word in lowered for word in words["of_papers"])


def document_wanted(text: Text) -> bool:
    """Whether a document of the plan is to be made."""
    words = prompts.lexicon("export")
    named = any(word in text.lowered for name in ("ringi", "excel", "onepager", "deck", "brief", "word", "powerpoint") for word in words.get(name, ()))
    return named and DRAFTED.search(text.lowered) is not None
