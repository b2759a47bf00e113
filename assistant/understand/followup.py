"""What a follow-up leaves out is taken from the last question of the conversation."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.asked import PAPERED
from assistant.understand.cues.differences import GAP_MOVED
from assistant.understand.cues.intent import DATA_INTENTS, DEFINITION, QUESTION_OF_VALUE, RANKED, SHARE_WORD, position_asked
from assistant.understand.cues.pointed_back import OF_MODELS, REPLIED, objectors_asked, of_compared, of_listed_paper, of_plan, of_told_paper
from assistant.understand.figures import together
from assistant.understand.figures.inherit import JOINED, RANKABLE, WITH_IT, inherit
from assistant.understand.figures.pair_ranked import other_ranked, pair_ranked, ranking_of
from assistant.understand.plans.counted_prices import counts_anew
from assistant.understand.plans.investment import Investment, read_investment
from assistant.understand.plans.investment_asked import changes_investment
from assistant.understand.plans.plan_asked import OF_OTHERS, own_plan
from assistant.understand.plans.plan_talk import plan_meant, sentence_wanted
from assistant.understand.text.lengths import only_length
from assistant.understand.text.matcher import Text
from assistant.understand.words.chosen_phrases import chooses_phrases
from assistant.understand.words.manners import WHO_OR_WHERE
from assistant.understand.words.said import behind, to_say

OPENERS = re.compile(
    r"^(?:じゃあ?|じゃ|では|でわ|それじゃ(?:あ)?|それでは|それなら|なら|ちなみに|あと|それと|逆に|で[、,]|同じく|同様に|一方で?|次に?は?|続いて|また|さらに|もし|and |what about|how about|then )"
)
POINTERS = re.compile(r"それ|その(?!他)|そこ|これ|この(?!\d|論文)|さっき|先ほど|上の|同じ|前の質問|今の(?:数字|話|質問|答え)")
# 「それって日本だと足りてるの?」: the sentence begins with what was just explained.
TOPIC_POINTED = re.compile(r"^(?:じゃあ?|では|でも|で|なら)?[、,]?\s*(?:それ|これ|そいつ|あれ)(って|は|が|を|も|に|で|の|だと|なら|、)")
# What is said of the paper sought stands in the words themselves: 「逆に「…」とする調査も」, 「Green AIのほうのペーパーも同じ粒度で」.
OTHER_PAPER = re.compile(r"逆に[、,]?(?!それ|これ|その|この).{8,}(?:という|とする|との|といった)(?:意見|見方|立場|主張|説|研究|調査|論文|話)|「[^」]{8,}」(?:と|って)[^。]{0,8}(?:調査|論文|研究|文献|報告)|[^、。そこあ]{3,}の(?:ほう|方)の?(?:論文|ペーパー|研究|文献|報告)")
DEFINING = re.compile(r"(?:とは|って|という(?:の|言葉)?は?|の(?:意味|定義)|について|を(?:説明|解説|教え)).*$")
# 「スライドにして」 「一枚もので」: nothing but a kind of file.
FILED = (*DATA_INTENTS, "paper", "explain", "why", "limits", "phrases")
AS_FILE = re.compile(r"^(?:じゃあ?|では|それを?|これを?|以上を|(?:(?:その|この|今の|いまの|上の|さっきの)(?:表|図|グラフ|一覧|ランキング|順位表)|(?:表|図|グラフ)(?=を))(?:を|は|も)?(?:そのまま|丸ごと|まるごと)?、?|全部|(?:[一-龥ァ-ヴー]{1,8}(?:に|へ))?(?:見せ(?:る|られる)|渡[すせ]る?|出[すせ]る?|配[るれ]る?|提出する|説明(?:する|できる))(?:ため(?:の|に)|用の)?|[一-龥ァ-ヴー]{1,8}(?:用|向け)の|[、,])*(?:(?:A4(?:1枚|一枚)?|紙|ペラ(?:1枚|一枚)?|スライド|パワポ|パワーポイント|powerpoint|資料|説明資料|配布資料|エクセル|excel|ワード|word|pdf|一枚(?:もの|紙|資料)?|1枚(?:もの|紙|資料)?|ワンペーパー|ペーパー|レジュメ|文書)(?:の|で|を|、)*)+(?:に|で|を|として|化)*(?:(?:A4)?[1一]枚(?:で|に)|まとめ|して|し(?=たい)|作[っり]|落とし|出し|お願い|おねがい|ください|下さい|頼む|くれ|ほしい|欲しい|もらえ|ます|たい|て|る|か|[。!??])*$", re.IGNORECASE)
SEVERAL = re.compile(r"^(?!.*(?:論文|研究|文献|事例|資料|著者|理由|案)).*(?:両方|ふたつ(?!目)|二つ(?!目)|2つ(?!目)|三つ(?!目)|3つ(?!目)|どちらも|それぞれ|[2-4二三四][かカヶ]国|並べて|全部(?:を)?(?:比べ|並べ)|^(?:じゃあ?|では|で、)?(?:全部|みんな)?(?:合わせて|あわせて|まとめて)?(?:比べ|比較し|対比し)て(?:みて|ください|下さい|ほしい|欲しい|お願い|おねがい|見せて|します|みると|、)*[。]?$)")
LONGEST_CHANGE = 80  # characters of a changed assumption, politeness included
FIRST_WORDS = 7  # 「最先端モデルの学習費用は?」 names a thing of its own first
SHORT_ENGLISH = 24  # characters: 「industry-only?」 is bare in English as 「企業だけだと?」 is
OF_A_PAPER = re.compile(r"著者|(?:誰|だれ)の(?:研究|論文)|誰が書|だれが書|限界|弱点|弱い|弱み|欠点|問題点|信頼|信用|中身|内容|要点|要約|反論|批判|方法|手法|調べ方|やり方|どうやって|新しさ|何が新し|新しい(?:点|ところ)|先行研究|背景|目的|動機|狙い|きっかけ|提案|主張|期間|時期|いつ(?:調べ|発表|書)|根拠|成果|発見|課題|一番(?:言いたい|大事|重要)|データは|何年の|いつの|結論|今後|対策|査読|分野は|費用は|日本")
THE_PAPER = re.compile(r"(?:その|この)(?:論文|研究|調査|報告|アンケート|文献)")
# 「提案した論文は?」 after a term was explained.
PROPOSED = re.compile(r"^.{0,8}(?:論文|研究|文献|出典)(?:の(?:要点|結論|要旨|中身|内容|主張|ポイント))?(?:は|って|を|も|$|[??]|(?:が|なんて|とか)?(?:ある|ない|あり|なんか))|^(?:それは?|これは?|で、?)?(?:どの|何の|どんな|どこの)(?:論文|研究|文献)(?:で|が|に)、?(?:最初に|初めて)?(?:言わ|言っ|提唱|提案|示さ|示し|出て|出た|書か|載っ|名付け|最初|初め)|^(?:それを?|これを?)?(?:最初に|初めて)?(?:言い出し|言い始め|唱え|提唱し|名付け|名づけ|考え|発案し|考案し)た(?:の|人)(?:は|って)、?(?:誰|だれ|どこ|どなた)|^(?:それを?|これを?)?(?:誰|だれ|どこ|どなた)が(?:最初に|初めて)?(?:言い出|言い始|唱え|提唱|名付|名づけ|考え|発案|考案)")
BARE = re.compile(r"^.{1,18}(?:は|だと|だったら|では|なら|の場合は|の場合|だけでは|も|だけなら|に限ると|にすると|に絞ると|すると|だけだと|に(?:限った|絞った|した|限定した|しぼった)(?:ら|場合は?)|に(?:限れ|絞れ|すれ|限定すれ)ば|に(?:限っ|絞っ|しぼっ|限定し)て(?:みて|見て|ください|下さい|お願い(?:します)?)?|で見たら|で見ると|で見ると?どう|どう|について)(?:、?(?:教え|知り|見せ|出し|聞かせ|お願い|頼)[^。??、]{0,10})?[??]?(?:どう(?:です|でしょう|なる|かな)?か?|いかがですか)?[??。]*$")
# 「特許でも同じ比較をしたい」: the same of something else.
SAME_ASKED = re.compile(r"(?:でも|も|について|に関して|で|を)、?(?:同じ|おなじ|同様の?|一緒の)(?:よう(?:に|な))?(?:比較|計算|集計|数字|割合|比率|こと|もの|見方|切り口|質問|表|グラフ)")
# A whole sentence that still leans on the last one: 「301〜500位の大学ですとどうなりますか」「企業だけの論文にしぼると?」.
LEANS = re.compile(r"^.{1,24}(?:は|だと|ですと|でしたら|でしたらば|なら|では|の場合は?)、?(?:どう|どれほど|どれくらい|どのくらい|どの程度|いかほど|いくつ|いかが|何(?:%|割|パーセント))(?:に)?(?:なり|です|でしょう|なる|なん|だった|でした)?.{0,6}$|^.{1,20}(?:に|で)(?:しぼ|絞|限)(?:ると|れば|って|ったら|りますと)[^。、]{0,8}$")
STYLE_WORDS = (
    r"図表(?:で|に|を)?|短く|みじかく|手短に|簡潔に|一言で|ひとことで|要点だけ|結論だけ|結論を(?=もう|再度|改めて)|詳しく|くわしく|丁寧に|(?:折れ線|棒|線)?グラフ(?:で|に|を|化)?|図で|図に|チャートで|英語で|英文で|英文に|英語に|英訳|英語版(?:で|を)?|in english|3行で|三行で|"
    r"小学生にも(?:わかる|分かる|分かり|わかり)?(?:よう|やすく)?(?:に)?|小学生向けに|子ども?に(?:も)?(?:わかる|分かる)ように|やさしく|易しく|平易に|平たく|(?:かみ|噛み)?(?:砕|くだ)いて|(?:わかり|分かり)やすく|"
    r"会議で言えるように|会議で(?:話|使|しゃべ)えるように|口頭で言えるように|しゃべれるように|話せるように|話し言葉で|表で|表に|表形式で|表を|一覧表(?:で|に)|テーブル(?:で|に)|(?:as|in|into) a table|as a chart"
)
# 「知事答弁用に3行で」: for whom or for what the answer is wanted again.
TOLD_TO = r"[^\s、。はがをもって]{1,8}(?:に|へ|で|にも)(?:説明|報告|紹介|発表)(?:できる|する|しやすい)(?:形|よう|かたち|感じ|ため)(?:で|に)"
MEANT_FOR = rf"(?:(?:[^\s、。はがをもって]{{1,12}}?(?:用|向け|むけ|宛て?|あて)(?:に|で|の)?|{TOLD_TO})[、,]?)"
STYLE_ONLY = re.compile(
    rf"^{MEANT_FOR}?(?:(?:長(?:い|すぎ(?:る|ます)?|過ぎ(?:る|ます)?|った?らしい)(?:です|な|よ|ね|わ)*[。、!]|もっと|さらに|もう一段|今より|以上を|ここまでを|もう少し|もうちょっと|より|少し|で、|じゃあ|それでは|では|それを|これを|それ、|これ、|それ(?=英)|全部|今のを|さっきのを|いまの(?:答え)?を?|今の答えを)[\s、,]*)*(?:{STYLE_WORDS})"
    rf"(?:{STYLE_WORDS}|{TOLD_TO}|もう[一1][回度]|再度|改めて|見せて|見たい|お願い|おねがい|して|ください|下さい|教えて|出して|作って|作成して|せよ|しろ|できる|なる|なりますか|直して|起こして|まとめて|put it|put that|show it|make it|show that|please|説明して|言って|言うて|いうて|言うてや|話して|書いて|言い換えて|言うと|いうと|します|しますか|い|できる|できますか|頼む|も|で|もらえますか|くれますか|いただけますか|答えて|(?:何|なん)(?:と|て|って)(?:言う|いう|言い|いい|呼)(?:の|ん)?|なら|だと|に|ほしい|ます|か|どう|は|もっと|[、, 。])*[。!!??]*$",
    re.IGNORECASE,
)
# 「Give me the main point in English, I need to tell our US partner」.
IN_ENGLISH = re.compile(r"^(?:(?:please|can|could|would|you|give|me|us|the|main|key|points?|gist|summary|summar(?:y|ize|ise)|i|need|want|this|that|it|all|say|put|tell|answer|a|an|of|to|have|translate|write|just|short|again|now|and)[ ,]+)+in english\b")
# 「要は?」「つまり?」: the answer again, short.
GIST = re.compile(r"^(?:で、?|じゃあ?、?)?(?:要は|要するに|つまり|つまるところ|かいつまむと|ひと言で言うと|一言で言うと|結局のところ)(?:何|なに|どういうこと|どういう話|何が言いたい)?(?:ですか|でしょう(?:か)?|なの|だ)?[、。??]*$")
FOCUS = re.compile(r"(?:さっきの|先ほどの|今の|いまの|上の|その)?\s*([1-9一二三四五])(?:つ|番|点|個)目(?:の(?:要点|点|話|ポイント|やつ|もの))?(?:を|について|は|って|が|だけ|、|$)")
DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
DOUBT_ONLY = re.compile(r"^(?:それ|これ|その話|その数字|この数字)?(?:は|って)?\s*(?:本当|ほんと|ほんとう|まじ|マジ|確か|間違いない)(?:に|なの|なん)?(?:です|でしょう)?か?(?:ね|な)?[??。!!]*$|^(?:逆に|反対に|一方で?)?(?:それ(?:に|への|には)?|これ(?:に|への|には)?)?(?:反論|反証|異論|反対意見|反対の(?:意見|証拠|立場))(?:される(?:可能性|点|おそれ))?(?:し(?:て(?:い)?る|た)の?)?(?:研究|論文|文献)?(?:は|も|って)?(?:ある|あり|ない|あります|ありません)?(?:ます|の|か|んですか)*(?:教えて)?[??。]*$")
MEANING = re.compile(r"^(?:それ|これ|その(?:数字|割合|率|言葉))?(?:って|は|の)?(?:どういう(?:意味|こと)|意味|定義|何のこと|なんのこと|何を指す|何(?:の割合|を表))(?:は|って)?(?:です|なの|でしょう)?か?[??。]*$")
REVERSED = re.compile(r"^(?:逆に|じゃあ?|では|それでは|反対に|今度は|次は|、|,)*(?:逆|低い|少ない|弱い|下位|下(?=[のか])|ワースト|高い|多い|強い|上位|上(?=[のか]))(?:の?(?:方|ほう)|の|順|い順)?(?:では|でも|なら|は|から|だと|で|に|の|を)?、?(?:(?:ベスト|ワースト|順に)?(?:[2-9]|10|[二三四五六七八九十])(?:つ|社|校|[かカヶ]国|位|件|個|会議|分野)?(?:だけ|まで|ほど)?(?:を|は|も|、)?)?(?:どこ|どれ|並べ(?:直し|替え|かえ)?(?:て|ると|たら)|お願い(?:します)?|見せて|出して|教えて|挙げて|頼(?:む|みます)|直して)?(?:んか|くれ(?:へん)?|ください|下さい|みて|ほしい|や|ね|な)?(?:です|でしょう)?か?[??。]*$")
AMONG = re.compile(r"(?:の)?中(?:で|だと)|全体(?:で|だと|では)|世界(?:で|だと|では)|国内(?:で|だと|では)")
TOP_OF_THEM = re.compile(r"(?:上位|トップ|ベスト|ワースト|下位|上から(?:順に)?)\s*(\d{1,2})?(?:つ|位|社|校|か国|会議)?(?:だけ|まで)?(?:は|を|が|に|で|だと|[??]|$)")
# 「じゃあファインチューニングは?」 after a term asks for the next term.
AFTER_TERM = re.compile(r"^(?:じゃあ?|では|それなら|なら)[、,]?[^はのがを、。]{2,20}(?:は|って)[??]?$")
OF_RESULT = re.compile(r"元[がをは]?(?:取|と[れる])|いくら|なんぼ|何年|回収|儲|損[をしす]|(?:戻|返)[っるり]")
ROI_ASKED = re.compile(r"irr|npv|roi|利回り|回収|税率|損益分岐|割引率|採算|黒字")
# 「その根拠の論文は?」 after figures looks for papers on what the figures were about.
BASIS = re.compile(r"根拠|裏付け|エビデンス|典拠")
REORDERED = re.compile(r"並べ|順(?:に|で|だと|は)|ランキング|ランク付け")  # 「企業単独率で並べ直して」
NTH = re.compile(r"^(?:じゃあ?|では)?[、,]?(\d{1,2})(?:位|番目)(?:は|って|から|以下|も)")
# 「2位との差は?」 after a ranking: it tells the values.
RANKS_APART = re.compile(r"(\d{1,2})位(?:と(\d{1,2})位)?(?:と)?の?(?:差|開き|違い)")
DEFAULT_RANKED = 5
# 「大学版も」「国だとどうなる?」 after a ranking: the same ranking of others.
OF_KIND = re.compile(r"^(?:じゃあ?|では|次は)?[、,]?(企業|会社|大学|国|機関|組織|分野|領域)(?:版|別|ごと|の(?:方|ほう))?(?:も|は|だと|では|なら|で)(?:どう(?:なる|です|でしょう|なん(?:です)?)?か?|お願い(?:します)?|見せて)?[??。]*$")
OVERTAKEN = re.compile(r"逆転|追い抜|追い越|抜い[たて]|抜けて?(?:い|な)|抜か[れし]|入れ替わ")
UNDONE = re.compile(r"引かな|差し引かな|そのまま|単純に")
EPOCH_WORDS = (("epoch_cost_median", r"費用|コスト|いくら"), ("epoch_chips_median", r"チップ|gpu|何枚"), ("epoch_doubling_time", r"倍増|倍になる"), ("epoch_compute_median", r"計算量"), ("epoch_models", r"モデル数|何モデル"))
# 「逆の見方をしている人はいないの?」「それにpushbackしてるpaperある?」: who sees otherwise what was just told.
OPPOSED = re.compile(r"反対(?:し(?:て|と)|を唱え)|(?:(?:逆|反対|別)の|違う)こと(?:を)?(?:言|いう|いって|述べ|主張|書)|逆の(?:見方|立場|意見|考え|主張|結論|結果|論文|研究|文献|説)|反対(?:意見|派|(?:する|している|してる|した)(?:論文|研究|文献|立場|学者|人|見方|意見|考え|説|主張|声|資料)|の(?:見方|立場|意見|考え|主張|結論))|(?:違う|別の|異なる)(?:見方|意見|立場|考え方)|反論|異論|反証|否定(?:派|し|する|的)|批判|異を唱え|懐疑|push(?:es|ed|ing)?[ -]?back|プッシュバック|disagree|counter-?arguments?")
SOMEBODY = re.compile(r"人|方|論文|研究|文献|学者|専門家|論者|派|声|paper|ペーパー|stud|者|資料|意見|見方|ある|あり|ない|いる|いない|いま(?:す|せん)|any|does|who|は[??]?$")
OPPOSING_SCHOLARS = re.compile(r"(?:反対|反論|批判|否定|異論|異を唱え)[^。、??]{0,8}(?:学者|研究者|先生|専門家|論者)")
LONGEST_OPPOSED = 34  # characters
WORDS_TOLD = ("paper", "explain", "why", "strategy")
WHY_ONLY = re.compile(r"^(?:それは|これは|で、|でも|じゃあ?|では)?\s*(?:(?:伸びた|増えた|減った|上がった|下がった|落ちた|高い|低い|多い|少ない|そう(?:なった)?)(?=理由|原因|背景))?(?:なぜ|何故|どうして|なんで|理由は?|原因は?|背景は?)(?:そんなに|こんなに|そこまで|ここまで|そう|これほど|それほど|差が(?:ある|あるの)?|増えた|増えて|減った|減って|違う|違いが|上がった|下がった|落ちた|ふえた|へった|あがった|さがった|おちた|高い|低い|多い|少ない|高く|低く|多く|少なく|大きい|小さい|強い|弱い|伸びた|伸びて|下位|上位)*(?:なった|なって|なる)?(?:いる|る)?(?:の|ん)?(?:です|でしょう|なの|なん|だろう)?(?:でしょう|です)?か?(?:教えて)?[。!!??]*$")


def of_the_same_plan(lowered: str) -> bool:
    """Whether a question on an investment that tells nothing of one is of the plan before: it asks for no comparison of the ways."""
    words = prompts.lexicon("investment")
    return OF_RESULT.search(lowered) is not None and read_investment(lowered) == Investment() and not any(word in lowered for name in ("better", "strategies") for word in words[name])


def complete(question: Question, previous: Question, data: Question | None, text: Text) -> Question:
    """Fill `question` from `previous`, or from the last `data` question, when it is elliptical; else return it unchanged."""
    if (about := own_plan(question, previous, text)) is not None:
        return about
    changed = previous.intent == "roi" and question.intent != "document" and len(text.folded) <= LONGEST_CHANGE and not (question.subjects or question.places) and not OF_MODELS.search(text.lowered) and not REPLIED.search(text.folded) and not OF_OTHERS.search(text.folded)
    if changed and (changes_investment(text.folded) or counts_anew(text.folded, previous.topic) or ROI_ASKED.search(text.lowered) and question.intent in ("roi", "paper", "explain") or question.intent == "roi" and "\n" not in question.topic and of_the_same_plan(text.lowered)):
        return question.with_(intent="roi", topic=f"{text.folded}\n{previous.topic}", inherited=("amounts",), blocker=None, years=(), statistic="level")
    if not OF_OTHERS.search(text.folded) and (planned := of_plan(question, previous, text)) is not None:
        return planned
    as_file = AS_FILE.match(WHO_OR_WHERE.sub("", text.folded)) is not None
    if (question.intent == "document" or as_file) and not sentence_wanted(text.folded) and (plan := plan_meant(text, previous)):
        return question.with_(intent="document", topic=f"{text.folded}\n{plan}", inherited=("amounts",), blocker=None if as_file else question.blocker)
    if as_file and previous.intent in FILED:  # what was told last is no plan
        return question.with_(intent="document", inherited=("answer",), blocker=None)
    if previous.parts and previous.intent != "phrases" and not STYLE_ONLY.match(text.folded):
        apart = len({part.text for part in previous.parts}) > 1
        previous = previous.parts[-1] if apart else previous.with_(parts=())
    if data is not None and data.parts:
        data = data.parts[-1] if len({part.text for part in data.parts}) > 1 else data.with_(parts=())
    if previous.intent == "phrases" and len(text.folded) <= SHORT_ENGLISH and question.intent != "document" and chooses_phrases(text.folded, previous):
        return previous.with_(text=question.text, topic=f"{text.folded}\n{previous.topic}", inherited=("all",))
    if previous.intent == "phrases" and (number := behind(question, previous, text)) is not None:
        return number
    if previous.intent == "phrases" and previous.parts:  # a text was written of what was told before
        previous = previous.parts[-1]
    if question.style == "english" and IN_ENGLISH.match(text.lowered):
        return restyled(question, previous)
    length = only_length(text.folded)
    if length or GIST.match(text.folded) or STYLE_ONLY.match(text.folded):
        shown = data if data is not None and previous.intent == "phrases" and question.style in ("table", "chart") else previous
        return restyled(question.with_(style="short") if length or GIST.match(text.folded) else question, shown)
    if (said := to_say(question, previous, data, text)) is not None:
        return said
    if (back := of_listed_paper(question, previous, text) or of_compared(question, previous, text)) is not None:
        return back
    if (match := FOCUS.search(text.folded)) and len(text.folded) <= 24 and not (question.places or question.years):
        return previous.with_(text=question.text, focus=int(DIGITS.get(match[1], match[1] if match[1].isdigit() else 1)), style="long", inherited=("all",))
    previous, data = previous.with_(focus=None), data.with_(focus=None) if data is not None else None  # one point was asked for once
    if DOUBT_ONLY.match(text.folded):
        return doubting(question, previous)
    if opposed(question, previous, text):
        return opposing(question, previous)
    if (unranked := pair_ranked(question, previous, text)) is not None:
        return unranked
    if data is not None and previous.intent in DATA_INTENTS and (special := pointed(question, previous, data, text)) is not None:
        return special
    if WHY_ONLY.match(text.lowered):
        topic = previous.resolved if previous.intent in DATA_INTENTS else previous.topic
        return question.with_(
            intent="why", subjects=previous.subjects, places=previous.places, years=previous.years, span=previous.span,
            topic=f"{topic} {question.text}", inherited=("subjects", "places", "years"), blocker=None, paper=previous.paper,
        )  # fmt: skip
    if question.intent == "paper" and previous.intent in (*DATA_INTENTS, "why") and BASIS.search(text.folded) and not (question.subjects or question.places):
        return question.with_(topic=f"{previous.resolved} {question.text}", inherited=("topic",), blocker=None)
    if data is not None and previous.intent in DATA_INTENTS and question.blocker is None and (name := together.unknown_beside(question)):
        return question.with_(intent="figure", statistic="level", blocker="unknown_metric", blocker_details={"name": name})
    if data is not None and question.blocker is None and SEVERAL.search(text.folded) and not together.YEAR_BESIDE.search(text.folded) and len(question.years) < 2 and question.intent not in ("rank", "phrases", "document", "why", "strategy", "limits") and not (question.subjects or question.places):
        return together.side_by_side(question, data)
    if about_paper(question, previous, text):
        return question.with_(intent="paper", paper=previous.paper, listed=previous.listed, term=previous.term, topic=question.text, inherited=("paper",), blocker=None, subjects=(), statistic="level")
    if previous.term and not question.count and PROPOSED.search(text.folded) and not (question.subjects or question.places or question.years):
        return question.with_(intent="paper", term=previous.term, topic=f"{previous.topic} {question.text}", inherited=("term",), blocker=None, statistic="level")
    if (previous.intent == "explain" or previous.term) and question.intent in ("paper", "explain") and not question.subjects and AFTER_TERM.match(text.folded):
        return question.with_(intent="explain", topic=question.text)
    if points_at_words(question, previous, text):
        thing = DEFINING.sub("", previous.topic)
        return question.with_(
            intent="paper", subjects=(), places=(), statistic="level", ranked=None, topic=thing + TOPIC_POINTED.sub(r"\1", question.text), readings=(), asserted=None, blocker=None,
            inherited=("topic",),
        )  # fmt: skip
    if IN_NUMBERS.match(text.folded) and not (question.subjects or question.places or question.years):
        asked = data or previous.with_(intent="figure", statistic="level", subjects=previous.subjects or (Subject("firm_share"),), places=(), years=(), span=False)
        told = () if data is not None or previous.subjects else (prompts.render("notes", "default_subject"),)
        return asked.with_(text=question.text, style="normal", inherited=("all",), readings=told, parts=(), paper=None, term=None)
    if question.subjects and WITH_IT.match(text.folded) and previous.intent in DATA_INTENTS and not question.years:  # 「中国とは?」 after America
        return inherit(question.with_(intent="compare", statistic="level", cue=None), data or previous)
    if (told := of_told_paper(question, previous, text)) is not None:
        return told
    after_figures = previous.intent in DATA_INTENTS or previous.intent in ("why", "explain") and bool(previous.subjects)
    if data is not None and (elliptical(question, text, after_figures) or together.sibling(question, data, text)):
        return inherit(question, data)
    return question if previous.intent in DATA_INTENTS else pointing(question, previous, text)


# 「数字ではどうなってる?」 after words.
IN_NUMBERS = re.compile(r"^(?:で、|じゃあ?|では|それは?|実際の?)?[、,]?(?:数字|データ|実数|統計)(?:で|では|だと|は|的には)(?:見ると|言うと|いうと)?(?:どう(?:なって(?:い)?る|なの|なん|です)?(?:の|んです)?か?|どうなっていますか|出る)?[??。]*$")


def points_at_words(question: Question, previous: Question, text: Text) -> bool:
    """A pronoun after a worded answer, and nothing that measures papers: the question is still about the thing explained, whoever it names."""
    if previous.intent not in ("explain", "paper") or previous.subjects or not TOPIC_POINTED.match(text.folded) or question.intent not in DATA_INTENTS:
        return False
    return not (question.years or PAPERED.search(text.lowered) or QUESTION_OF_VALUE.search(text.lowered)) and all(place.kind == "area" for place in question.places)


def doubting(question: Question, previous: Question) -> Question:
    """「本当?」「反論は?」: the last figures counted in other ways, or work that contradicts the last passage."""
    if previous.intent in DATA_INTENTS and not objectors_asked(question.text):
        return previous.with_(text=question.text, style="doubt", inherited=("all",), asserted=None)
    if previous.intent == "why" and previous.subjects and not objectors_asked(question.text):
        return previous.with_(text=question.text, intent="trend", statistic="trend", style="doubt", inherited=("all",))
    return opposing(question, previous)


def opposing(question: Question, previous: Question) -> Question:
    """Who sees otherwise what was told in words."""
    topic = f"{question.text}\n{previous.topic}" if previous.paper or previous.term else f"計算資源の格差への反論 {previous.topic}"
    return question.with_(intent="paper", topic=topic, paper=previous.paper, term=previous.term, inherited=("topic", "opposed"), subjects=(), blocker=None)


def opposed(question: Question, previous: Question, text: Text) -> bool:
    """Whether a message asks who sees otherwise what was just told, and names nothing of its own."""
    scholars = OPPOSING_SCHOLARS.search(text.folded) is not None  # who opposes is no group whose papers are counted
    if previous.intent not in WORDS_TOLD or not scholars and question.intent not in ("paper", "explain", "out_of_scope") or len(text.folded) > LONGEST_OPPOSED:
        return False
    bare = not (question.subjects and not scholars or question.places or question.years) and not THE_PAPER.search(text.folded)
    return bare and OPPOSED.match(LEADING.sub("", text.lowered)) is not None and SOMEBODY.search(text.lowered) is not None


LEADING = re.compile(r"^(?:(?:(?:どの|どんな|どこの)(?:論文|研究|文献|学者|研究者|人)(?:が|は)|じゃあ?|では|でも|逆に|一方で?|ちなみに|それ(?:に|への|には|に対して|に対する|と)?|これ(?:に|への|には|に対して|に対する|と)?|その(?:話|見方|主張|意見|説|考え|結論)?(?:に|への|には|に対して|に対する|と)?|この(?:話|見方|主張|意見|説|考え)(?:に|への|には|に対して|に対する|と)?|誰か|だれか|ほかに|他に|does any(?:one|body)?|(?:is|are) there|any|who|papers?(?: that)?|one|studies)[、, ]*)*")


def pointed(question: Question, previous: Question, data: Question, text: Text) -> Question | None:
    """Short follow-ups that only make sense after figures; None for any other."""
    if len(text.folded) > 20:
        return None
    if previous.statistic in ("rank", "movers") and previous.ranked in RANKED and (kind := OF_KIND.match(text.folded)) and not question.years:
        return ranking_of(previous, next(name for name, words in RANKED.items() if re.fullmatch(words, kind[1]))).with_(text=question.text, inherited=("all",))
    if previous.statistic in ("rank", "movers") and REORDERED.search(text.folded) and question.subjects and not question.places:
        return previous.with_(text=question.text, subjects=question.subjects, inherited=("all",), ascending=question.ascending, intent="rank", statistic="rank")
    if MEANING.search(text.folded) and not question.subjects and data.subjects:
        return question.with_(intent="explain", subjects=data.subjects, places=(), years=(), blocker=None, inherited=("subjects",))
    if previous.statistic in ("rank", "movers") and REVERSED.search(text.folded) and not question.subjects:
        return other_ranked(previous, text).with_(text=question.text, ascending=not re.search(r"高い|多い|強い|上", text.folded), inherited=("all",), count=question.count or previous.count)
    if previous.statistic in ("rank", "movers") and (place := NTH.match(text.folded)) and not question.subjects:
        return previous.with_(text=question.text, count=max(int(place[1]), previous.count or DEFAULT_RANKED), inherited=("all",))
    if previous.statistic in ("rank", "movers") and (gap := RANKS_APART.search(text.folded)) and not (question.subjects or question.places or question.years):
        return previous.with_(text=question.text, count=max(*(int(rank) for rank in gap.groups() if rank), previous.count or DEFAULT_RANKED), inherited=("all",))
    if previous.statistic in ("rank", "movers") and (top := TOP_OF_THEM.search(text.folded)) and not question.subjects:
        return other_ranked(previous, text).with_(text=question.text, count=int(top[1]) if top[1] else previous.count, ascending=question.ascending, inherited=("all",))
    if position_asked(text.lowered) and not (question.subjects or question.places) and (any(place.kind == "venue" for place in data.places) or any(subject.metric in RANKABLE for subject in data.subjects)):
        return data.with_(text=question.text, intent="rank", statistic="position", ranked=None, span=False, years=question.years[:1] or (() if data.span else data.years), inherited=("all",))
    if GAP_MOVED.search(text.folded) and len(data.subjects) * max(1, len(data.places)) > 1 and not question.years:
        return data.with_(text=question.text, intent="compare", statistic="trend", years=data.years if data.span else (), inherited=("all",), asserted=None)
    if (previous.statistic == "threshold" or previous.statistic == "rank" and previous.claims) and not question.subjects and (limit := re.search(r"\d+(?:\.\d+)?%", text.folded)):
        return previous.with_(text=question.text, claims=(limit.group(),), inherited=("all",))
    if previous.statistic == "position" and AMONG.search(text.folded) and not any(subject.institution for subject in question.subjects):
        return previous.with_(text=question.text, inherited=("all",))
    if (years := together.both_years(question, data)) is not None:
        return data.with_(text=question.text, intent="compare", statistic="change", years=years, span=False, inherited=("all",))
    if OVERTAKEN.search(text.folded) and not (question.subjects or question.places):
        several = together.side_by_side(question, data)
        if question.years or len(several.subjects) * max(1, len(several.places)) < 2:  # of one year, who leads is told by the values
            return inherit(question.with_(statistic="level", intent="compare", cue=None), several.with_(statistic="level", intent="compare"))
        return several.with_(statistic="overtake", years=(), span=False, subjects=several.subjects[-2:], places=several.places[-2:])
    if UNDONE.search(text.folded) and previous.statistic == "did":
        return previous.with_(text=question.text, statistic="before_after", inherited=("all",))
    if previous.family == "epoch" and not question.places and (metric := next((name for name, words in EPOCH_WORDS if re.search(words, text.lowered)), None)):
        return previous.with_(text=question.text, computed=metric, option=None, inherited=("all",), years=question.years or previous.years, span=question.span or previous.span)
    return None


def about_paper(question: Question, previous: Question, text: Text) -> bool:
    """「著者は?」「限界は?」 right after an answer about one paper."""
    ranking = question.statistic in ("rank", "movers") and question.blocker is None and not THE_PAPER.search(text.folded)  # 「日本の大学ではどこが論文数が多いか」
    measured = ranking or QUESTION_OF_VALUE.search(text.lowered) or SHARE_WORD.search(text.lowered)
    asked = OF_A_PAPER.search(text.folded)
    first = FIRST_WORDS if THE_PAPER.match(text.folded) is None else len(text.folded)
    return bool(previous.paper) and len(text.folded) <= 18 and asked is not None and asked.start() <= first and not (question.places or question.years or measured)


def restyled(question: Question, previous: Question) -> Question:
    """「もっと短く」「グラフで」: the same question in another form."""
    style = "shortest" if question.style == "short" and previous.style in ("short", "shortest") else question.style
    counted = previous.statistic in ("count", "paper_count", "position") and previous.intent in ("figure", "compare", "rank")
    if style == "chart" and counted:  # numbers of papers by year; a place in an order has the course of its value
        statistic = "trend" if previous.statistic == "position" else previous.statistic
        return previous.with_(text=question.text, intent="trend", statistic=statistic, years=(), span=False, style=style, inherited=("all",))
    if style == "chart" and previous.intent in ("why", "explain", "limits") and previous.subjects:
        return previous.with_(text=question.text, intent="trend", statistic="trend", years=(), span=False, style=style, inherited=("all",))
    moved = previous.statistic == "change" and len(previous.subjects) * max(1, len(previous.places)) == 1
    if style == "chart" and previous.intent == "compare" and previous.statistic == "level":
        return previous.with_(text=question.text, statistic="trend", years=(), span=False, style=style, inherited=("all",))
    if style == "chart" and (previous.intent == "figure" and previous.statistic == "level" or moved):
        return previous.with_(text=question.text, intent="trend", statistic="trend", years=(), span=False, style=style, inherited=("all",))
    return previous.with_(text=question.text, style=style, inherited=("all",))


def pointing(question: Question, previous: Question, text: Text) -> Question:
    """After a worded answer, 「それ」「この論文」 keeps its topic for the search."""
    if question.intent in ("paper", "explain") and OTHER_PAPER.search(text.folded):
        return question.with_(intent="paper")
    if previous.topic and (POINTERS.search(text.folded) or "この論文" in text.folded or OPENERS.match(text.lowered)) and not question.subjects:
        if question.intent in ("smalltalk", "help", "out_of_scope"):
            return question
        return question.with_(topic=f"{previous.topic} {question.text}" if question.intent != "phrases" else previous.topic, paper=question.paper or previous.paper, inherited=("topic",))
    return question


def elliptical(question: Question, text: Text, after_data: bool) -> bool:
    """A data question with a part missing that leans on the last one."""
    if question.intent not in (*DATA_INTENTS, "explain", "paper", "out_of_scope") or question.blocker is not None and question.blocker != "unknown_metric":
        return False
    if question.blocker == "unknown_metric" and question.subjects:
        return False
    bare = question.cue or question.shift
    if question.intent == "explain" and question.subjects and DEFINITION.search(text.lowered):
        return False
    if question.intent in ("explain", "paper") and not (question.subjects or question.places or question.years):
        return (bool(bare) or bool(together.SHARE_ONLY.search(text.folded))) and after_data and len(text.folded) <= (24 if POINTERS.match(text.folded) else 16)
    if not after_data and question.intent in ("explain", "paper"):
        return False
    if question.subjects and question.years and (question.places or len(question.subjects) > 1):
        return False
    leaning = bool(OPENERS.match(text.lowered) or POINTERS.search(text.folded) or (JOINED.search(text.folded) and len(text.folded) <= 16))
    if not after_data and question.subjects and together.SHARE_ONLY.search(text.folded) and not leaning:
        return False  # after another topic, a metric with its measure is a question of its own
    if not question.subjects:
        return leaning or len(text.folded) <= (40 if question.years and (question.cue or question.span) else 24)
    return leaning or bool(BARE.match(text.folded) or LEANS.match(text.folded)) or text.folded.isascii() and len(text.folded) <= SHORT_ENGLISH
