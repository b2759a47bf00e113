"""Follow-ups that point back: at one of the papers just listed, at the plan just calculated, or at one of the things just compared."""

import re

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import DEFINITION
from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.investment_asked import changes_investment
from assistant.understand.plans.plan_asked import decided, result_asked
from assistant.understand.text.matcher import Text

NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "最初": 1, "はじめ": 1, "前者": 1, "後者": 2}
NTH_PAPER = re.compile(r"([1-9一二三四五])(?:つ|番|本|件|個|報)目|(最初|はじめ|前者|後者|最後)(?:の|を|は|について)")
WORDED = ("paper", "explain", "why", "phrases")
OF_PAPERS = re.compile(r"論文|研究(?!者)|文献|資料|出典|著者|誰|だれ|限界|弱|欠点|批判|反論|方法|手法|結論|要点|要約|内容|主張|詳し|くわし|どんな|どういう|もう少し|もっと|説明|教えて|は[??]*$|って[??]*$|を[。]*$")
# 「根拠の論文は?」 「出典は?」 after a worded answer means the papers it stood on.
BASIS = re.compile(r"証拠|根拠|裏付け|エビデンス|典拠|出どころ|(?:元|もと)の(?:論文|研究|資料)|どの論文|何の論文")
# 「うちへの意味は?」 「小さな会社に関係ある?」 of a paper.
OF_OURS = re.compile(r"(?:うち|自社|当社|弊社|わが社|我が社|中小|小さな会社|小さい会社|製造業)[^。、]{0,14}(?:関係|意味|関わり|影響|当てはま|示唆|使え|どう活)")
# Of the paper that was told of: works like it, how much it looked at, and what it would be in the reader's firm.
SIMILAR = re.compile(r"(?:似た|似て(?:い)?る|似通った|近い|類似(?:の|した)?|関連(?:する|した|の)?|同じ(?:ような|テーマの|主題の|主旨の|趣旨の|系統の|方向の)|(?:合わせて|併せて|あわせて)読(?:む|みたい)(?:べき)?)の?(?:他の|ほかの|別の)?(?:論文|研究(?!者)|文献|調査|報告|資料|もの|やつ)|^(?:別|ほか|他)の(?:調査|論文|研究|資料|報告)(?:だと|では|は|によると|の(?:場合|数字|結果)は)")
# 「ほかにも同じこと言うてる人おる?」
ALSO_SAYS = re.compile(r"(?:ほか|他)に?(?:も)?、?(?:同じ|似た|そういう)(?:よう(?:な|に))?(?:こと|主張|意見|見方|結論|立場)?(?:を)?[^。、??]{0,10}(?:人|論文|研究(?!室|費)|学者|資料|文献)")
SAME_AUTHORS = re.compile(r"(?:同じ|この|その)(?:著者|筆者|人|研究者|チーム|グループ|メンバー)(?:たち|ら|達)?(?:の|は|が|、|による)[^。]{0,8}(?:論文|研究(?!者)|著作|文献|仕事|報告)|(?:後続|続編|次の|続き)の?(?:論文|研究|報告)|(?:著者|筆者)(?:たち|ら)?の(?:他|ほか|別)の")
SAMPLE = re.compile(
    r"(?:何|どれ)(?:本|件|人|社|校|名|か国|カ国|チーム|モデル|会議|くらい|ぐらい|だけ)[^。、]{0,10}(?:調べ|分析|対象|聞[いき]|回答|数え|集め|測[っり]|アンケート|調査|読[んみ]|見た|使っ)|(?:標本|サンプル|調査対象|分析対象|母数|回答者(?:数)?|対象(?:者)?)(?:の?(?:数|規模|大きさ|サイズ|人数|件数))?(?:は|って|どれ|何)"
)
REPLACED = re.compile(r"(?:うち|自社|当社|弊社|わが社|我が社|中小|中堅|製造業|工場)[^。、]{0,8}(?:置き換え|置きかえ|当てはめ|あてはめ|落とし込|なぞらえ|引き直|だったら|だと(?:どう|[??]|$)|なら(?:どう|[??]|$)|で(?:言う|いう)と|に?(?:応用|活か|生か|活用|真似|まね))|(?:置き換え|当てはめ|あてはめ|落とし込)(?:ると|むと|たら|んだら)")
SIDE_OF = re.compile(r"[^はがを、]の?(?:方|ほう)(?:の|は|だと|では|が|って)")
PERHAPS, FEW_WORDS = ("paper", "explain", "figure", "limits", "out_of_scope"), 20
PLANNED = ("roi", "strategy")
BRIEF = 16  # characters of what is held against a paper, beside what points at it
LONGEST = 40  # characters of a follow-up to a calculation
# What a plan costs, brings, risks and stands on.
OF_A_PLAN = re.compile(
    r"何時間(?:以上|くらい|ぐらい|ほど|から)?[^。、]{0,4}(?:使|動か|回[しすせ]|稼働|借り)|いくら|金額|費用|予算|コスト|お?金は|投資額|回収|元が取|元は取|元を取|黒字|赤字|損(?:を)?(?:する|し|得)|失敗|リスク|確率|前提|採算|もうか|儲か|期待値|npv|irr|roi|利回り|損益分岐|撤退|やめ(?:る|たら|どき|時)|補助金|内訳|何年|効果|安[いく]|(?:どっち|どちら)が(?:得|いい|良い|有利)"
)
OF_RESEARCH = re.compile(r"論文|研究(?:では|によ|は|が)|文献|調査|企業参加|割合|会議")
NEXT_STEP = re.compile(r"どう決め|具体的に|何をすれ|何をやれ|何から|何を始め|どうすれ|どうしたら|どう進め|進め方|手順|まず(?:は)?(?:何|どう)|第一歩|次は何|誰がやる|体制")
# 「それなら人材が一人もいない場合は?」 after advice: the same advice under another condition.
SUPPOSED = re.compile(r"(?:場合|とき|ケース)(?:は|だと|なら|には)|(?:とし|だっ|かっ)たら|とすると|(?:ない|いない|なし|無理)(?:の)?(?:なら|だと)|なければ|いなければ")
SCARCE = re.compile(r"しか[^。、]{0,6}(?:な[いか]|ません|出せ|割け|取れ|使え)")
COMPARED_NTH = re.compile(r"([12一二])(?:つ|番|個)目|(前者|後者)")


# 「なぜ?」 「どうしてそうなるの?」 after a calculation.
WHY_BARE = re.compile(r"^(?:それは|これは|で|でも|えっ?|え)?[、,]?(?:なぜ|何故|どうして|なんで)(?:そう|それ(?!は|を|に)|これ(?!は|を|に)|その案|この案|こんなに|そんなに|(?:もう?か|儲か)(?:る|らない)|プラス|マイナス|赤字|黒字|損|得|(?:値|期待値|結果|数字)が?)*(?:に|が|を)?(?:する|低い|高い|悪い|良い|いい|なる|なった|なの|なん|です|でしょう|だ|や|ね|ん|の|か)*[、。??!\s]*(?:(?:理由|わけ|訳)(?:を|は)?|(?:一言|ひと言|ひとこと|一行|1行|短く|手短に|簡潔に|簡単に|さくっと|ざっくり|要点だけ|わかりやすく|分かりやすく)(?:で|に|と)?|教え(?:て|てや|ろ)?|頼(?:む|んだ|みます)(?:わ|で|よ)?|お願い(?:します)?|おねがい(?:します)?|説明(?:して)?|言う?て|言って|くれ|ください|下さい|ほしい|欲しい|して|や|ね|わ|よ|[、。??!\s])*$")
# What to answer somebody who objects is no question about the sums: 「「PoCはどうせ失敗する」と言われそう。何と返せば?」.
REPLIED = re.compile(r"(?:と|って)(?:(?:言わ|いわ)(?!れ(?:て(?:い?る|お|い?ま)|た(?!ら|とき|時)|まし)[^。??、]{0,6}[。]?$)|反対さ|批判さ|突っ込ま)|返せば|返したら|言い返|切り返|説得")
# Which of the plans to begin with.
WHICH_TO_START = re.compile(r"(?:どれ|どの案|どの戦略|どっち|どちら)(?:から|を最初|を先)|(?:最初|まず|先)に?(?:やる|手を付ける|手をつける|始める|取り組む)(?:なら|のは|べき)[^。]{0,4}(?:どれ|どの)|まずどれ")
# What a model costs to make is no cost of the asker's plan.
OF_MODELS = re.compile(r"(?:モデル|llm|gpt|ai|基盤モデル)(?:を|の)?(?:一から|ゼロから|自前で|自分で|最初から)*(?:作る|作れ|つくる|開発|学習|訓練)|(?:学習|訓練)(?:の)?(?:費用|コスト|費)|最先端|gpt-?[0-9]|一から(?:作|開発)", re.IGNORECASE)


WHOLE = "その論文の要約"
FORMS = ("three", "short", "shortest")  # in which one of the papers that were listed may be wanted


def of_listed_paper(question: Question, previous: Question, text: Text) -> Question | None:
    """「二つ目の著者は?」 「三本目を詳しく」 after papers were listed; 「根拠の論文は?」 after one was quoted."""
    if not previous.listed or previous.intent not in WORDED or question.places or question.years or len(text.folded) > (LONGEST if NTH_PAPER.search(text.folded) else 24):
        return None
    if question.subjects and not (OF_OURS.search(text.folded) or REPLACED.search(text.folded)):  # 「中小」 names a group too
        return None
    if (match := NTH_PAPER.search(text.folded)) and (OF_PAPERS.search(text.folded) or question.style in FORMS):
        word = match[1] or match[2]
        place = len(previous.listed) if word == "最後" else NUMBERS.get(word) or int(word)
        if place > len(previous.listed):  # there is no such paper: those that were listed once more
            told = prompts.render("notes", "fewer_papers", number=len(previous.listed), asked=place)
            if len(previous.listed) > 1:
                return previous.with_(text=question.text, inherited=("all", "fewer"), readings=(told,))
            return about(question, previous.listed[0], previous).with_(text=WHOLE, topic=WHOLE, readings=(told,), inherited=("paper", "fewer"))
        return about(question, previous.listed[place - 1], previous).with_(style=question.style if question.style in FORMS else "normal")
    own_paper = previous.intent == "explain" and previous.term  # the paper of a term that was explained is looked for by the term
    if (BASIS.search(text.folded) and not own_paper or OF_OURS.search(text.folded)) and not question.count:
        return about(question, previous.paper or previous.listed[0], previous)
    anew = SIMILAR.search(text.folded) or ALSO_SAYS.search(text.folded) or SAME_AUTHORS.search(text.folded)
    paper = previous.paper or (previous.listed[0] if len(previous.listed) == 1 else None)  # one work told is the one that is pointed at
    if paper and (anew or SAMPLE.search(text.folded) or REPLACED.search(text.folded)):
        asked = about(question, paper, previous)
        return asked.with_(listed=()) if anew else asked
    return None


def about(question: Question, paper: str, previous: Question) -> Question:
    """The question asked of one paper; what was listed stays listed."""
    return question.with_(intent="paper", paper=paper, listed=previous.listed, topic=question.text, inherited=("paper",), blocker=None, subjects=(), statistic="level", style="normal", term=None)


def of_told_paper(question: Question, previous: Question, text: Text) -> Question | None:
    """「何日かかった?」「目的は?」: a few words right after an answer about one paper that name nothing of our figures. Whether they are asked of that paper
    is told by whether its summary speaks of them (`perhaps`)."""
    contrast = SIDE_OF.search(text.folded) is not None  # 「大規模モデルの方は何か月で倍?」 of a paper that tells of two
    asked = (*PERHAPS, "trend", "compare") if contrast else PERHAPS
    if not previous.paper or previous.intent not in WORDED or len(text.folded) > FEW_WORDS or question.intent not in (*asked, "why") or DEFINITION.search(text.lowered):
        return None
    if question.subjects or question.places or question.count or (question.years or question.cue and question.cue[1] != "level" or question.family) and not contrast or question.blocker not in (None, "outside", "unknown_metric", "scope_detail"):
        return None
    if question.intent == "figure" and question.blocker is None and not contrast:
        return None
    return question.with_(
        intent="paper", paper=previous.paper, listed=previous.listed, topic=question.text, inherited=("paper", "perhaps", *(("limits",) if question.intent == "limits" else ())), blocker=None, blocker_details={}, statistic="level", term=None,
        family=None, computed=None, option=None, years=(), span=False,
    )  # fmt: skip


THE_PAPER = re.compile(r"(?:その|この|さっきの|先ほどの|今の|いまの)(?:論文|研究(?![者所費])|調査|報告書?|文献)")
WEAKNESS = re.compile(r"偏り|偏って|バイアス|代表性|言い切れない|言い切ってはいけ|断定できない|断定してはいけ|限界|デメリット|弱点|弱い|弱み|欠点|短所|難点|問題点|(?:突っ込み|ツッコミ|つっこみ)どころ|アキレス腱|泣き所|割り引|鵜呑み|うのみ|注意点|留意点|注意すべき|落とし穴|死角|盲点|信用(?:して|でき|に足)|信頼(?:して|でき|性|に足)|どこまで信")
OBJECTED = re.compile(r"批判|反論|異論|反証|反対(?:意見|の(?:意見|立場|見解|見方|声|論文|研究)|(?:する|している)(?:人|研究者|学者))")
# What to say to an objector, or our own data: no question for what is held against a paper.
OF_OTHERS = re.compile(r"され(?:たら|た時|たとき|そう)|言われ|返[すしせ]|答え[るれ]|切り返|言い方|データ|数字|統計|会議|図|割合|率|企業|大学|日本|計画|試算|クラウド|共同研究|プロトタイプ")


def of_told_work(text: str, previous: Question | None) -> Question | None:
    """「弱点は?」「批判は?」 after a paper was told, and what is asked of 「その論文」 when figures were asked between: of that paper. None for any other text."""
    if previous is None or len(text) > LONGEST or OF_OTHERS.search(text) or previous.listed and NTH_PAPER.search(text):
        return None
    pointed = THE_PAPER.search(text) is not None
    paper = previous.paper if previous.intent in WORDED else None
    paper = paper or (previous.work if pointed and not previous.listed else None)
    weak, objected = WEAKNESS.search(text), OBJECTED.search(text)
    rest = THE_PAPER.sub("", text)
    if not paper or not (pointed and paper != previous.paper or (weak or objected) and len(rest) <= BRIEF):
        return None
    opposed = ("opposed",) if objected and not weak else ()
    return Question(text=text, intent="paper", resolved=text, topic=text, paper=paper, listed=previous.listed if pointed or weak else (), inherited=("paper", *opposed))


# 「結局どっちだ。一言で」 after plans side by side.
WHICH_BARE = re.compile(r"^(?:で|じゃあ?|では|それで|結局(?:の?ところ)?|つまり|要するに|一言で言うと|[、, ])*(?:どっち|どちら|どれ|どの案)(?:の(?:方|ほう|案))?(?:が|に|を|で)?、?(?:一番)?(?:いい|良い|よい|ええ|得|お得|有利|まし|すべき|するべき|選ぶ(?:べき)?|取る(?:べき)?|勧め|お勧め)?(?:なん|なの|です|でしょう|だろう|だ|や)?(?:ん)?(?:か|ね|の)?[、。??! ]*(?:(?:一言|ひと言|ひとこと|短く|手短に|簡潔に)(?:で|に)?(?:言うと|言って|お願いします|頼む|教えて)?[。??]*)?$")


def of_plan(question: Question, previous: Question, text: Text) -> Question | None:
    """「いくらかかる?」 「損をする確率は?」 「共同研究だと?」 after a calculation or advice: the same company's plans, calculated."""
    if previous.intent not in PLANNED or question.intent in ("document", "smalltalk", "help", "phrases") or question.subjects and not read_investment(text.folded).strategies or len(text.folded) > LONGEST or OF_RESEARCH.search(text.folded) or OF_MODELS.search(text.lowered) or REPLIED.search(text.folded):
        return None
    if NEXT_STEP.search(text.folded) and previous.intent == "strategy" or WHICH_TO_START.search(text.folded):
        return question.with_(intent="strategy", topic=f"{text.folded}\n{previous.topic}", inherited=("amounts",), blocker=None, years=(), statistic="level")
    if previous.intent == "strategy" and SUPPOSED.search(text.folded) and (SCARCE.search(text.folded) or not OF_A_PLAN.search(text.lowered)):
        return question.with_(intent="strategy", topic=f"{text.folded}\n{previous.topic}", inherited=("amounts",), blocker=None, years=(), places=(), statistic="level", family=None, computed=None)
    if previous.intent == "roi" and WHICH_BARE.match(text.folded):
        return previous.with_(text=question.text, style="short", inherited=("all",))
    asked = result_asked(text.lowered) or decided(text.lowered) or any(word in text.lowered for words in prompts.lexicon("investment")["focus"].values() for word in words)
    if asked or previous.intent == "roi" and WHY_BARE.match(text.lowered) or OF_A_PLAN.search(text.lowered) or changes_investment(text.folded):
        return question.with_(intent="roi", topic=f"{text.folded}\n{previous.topic}", inherited=("amounts",), blocker=None, years=(), places=(), statistic="level", family=None, computed=None)
    return None


def of_compared(question: Question, previous: Question, text: Text) -> Question | None:
    """「2つ目を詳しく」 「後者は?」 after two things side by side: that one alone."""
    if previous.intent != "compare" or previous.statistic not in ("level", "trend") or question.subjects or question.places:
        return None
    match = COMPARED_NTH.search(text.folded)
    if match is None or len(text.folded) > (LONGEST if match[2] else 20):
        return None
    place = NUMBERS.get(match[1] or match[2]) or int(match[1])
    several = "subjects" if len(previous.subjects) > 1 else "places"
    things = getattr(previous, several)
    if len(things) < 2:
        return None
    if question.years:  # 「前者だけで結構です、2021年の値も」
        previous = previous.with_(years=question.years, span=question.span, statistic="trend" if question.span else "level")
    intent = "trend" if previous.statistic == "trend" else "figure"
    return previous.with_(**{several: (things[place - 1],)}, text=question.text, intent=intent, style="long", focus=None, inherited=("all",), parts=())


# Who sees it otherwise, not another way of counting: 「反対意見は」 「反論している研究はありますか」.
OBJECTORS = re.compile(r"(?:反論|反対|異論|反証)[^。]*(?:研究|論文|文献|意見|立場)")


def objectors_asked(text: str) -> bool:
    """Whether those who see something otherwise are asked for."""
    return bool(OBJECTORS.search(text))
