"""A text to send, to read out or to publish: 「学長名のプレスリリースの一段落に」 「社員向けのメール文にして」 「監査役の意見を150字で」. It carries what was
told last in the conversation, or the share that the request names."""

import re
from collections.abc import Callable

from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.labels import PLAN
from assistant.understand.plans.plan_talk import plan_meant, plan_to_word
from assistant.understand.text.matcher import Text
from assistant.understand.words.to_ask import how_many

DRAFT, ANSWERS, GROUNDWORK = "draft", "answers", "groundwork"
STANDARD = "三つの戦略の採算を比較して"  # the sums that a proposal is made with where the talk calculated none
LONGEST = 90  # characters
ROLE = r"(?:監査役|監査委員|監事|社外取締役|社外監査役|取締役|評議員|理事長?|委員長?|学長|総長|学部長|研究科長|所長|院長|校長|社長|会長|専務|常務|役員|部長|顧問|知事|市長|町長|議長|議員|審査員|代表)"
# The kinds of texts; what stands first is read first.
THINGS = {
    ANSWERS: r"(?:(?:想定(?:される|質問)?の?)?質問と(?:その)?(?:答え|回答|返し)|質問(?:を)?(?:[2-5二三四五](?:つ|問|個|点))?(?:ほど|くらい)?(?:と|、|に)(?:その)?(?:答え|回答|返し)も?(?:付け|つけ|付き|つき|添え|セット)|想定問答|質疑応答|一問一答|問答集|[Qq] ?& ?[Aa]|FAQ|faq)(?:集|案)?",
    "press": r"(?:プレス(?:リリース|発表)|ニュースリリース|リリース文|報道発表文?|発表文|公表文|声明文?|プレス(?:に出す|に載せる|用の?|向けの?)(?:文章?|段落|原稿)|press release|press statement)",
    "letter": r"(?:(?:お)?手紙(?:文)?|書状|書簡|封書|一筆|(?<!ニュース)レター(?!パック|ヘッド))",
    "mail": r"(?:(?:社内|一斉|報告|案内|周知)?メール(?!アドレス|マガジン)(?:文面?|本文)?|e-?mail|連絡文|通知文|周知文|文面)",
    "morning": r"朝礼(?:で|に)(?:も)?(?:使え|話せ|言え|しゃべれ)る(?:よう|形|かたち)|朝礼(?:で|の|用の?|向けの?)(?:読む|話す|使う|言う|しゃべる|触れる)?(?:一言|ひとこと|ひと言|話|ネタ|スピーチ|挨拶|あいさつ|原稿|言葉|訓示|コメント|文章?)",
    "greeting": rf"(?:挨拶文?|あいさつ文?|ご挨拶|式辞|訓示|講話|開会の(?:言葉|辞)|(?:開会|冒頭)の?スピーチ|スピーチ原稿|{ROLE}の(?:スピーチ|言葉|ひと言|一言|話)(?=、|を|$|で)|opening remarks|welcome speech)",
    "memo": r"(?:(?:議事|研究|社内|報告|要点|引き継ぎ|部長|役員|会議)(?:向けの?|用の?)?)?(?:メモ(?!リ|帳)|覚え?書き?|レジュメ|備忘録)",
    "explanation": r"(?:説明する(?:ための|ときの|際の)?(?:文章?|文面|原稿)(?!字)|説明文|説明の文章|説明原稿|説明書き|案内文|紹介文|報告文|趣旨文|提案理由|議案の(?:説明|理由))",
    "comment": rf"{ROLE}(?:名の|名義の|として)?の?(?:コメント|談話|メッセージ|ひと言コメント)(?:文|案)?",
    "opinion": rf"{ROLE}(?:として)?の(?:意見|所見|講評|見解|総評|論評)(?:書|文)?",
    "article": r"(?:社内報|広報[誌紙]|学報|会報|学内報|ニュースレター|社内ブログ|ブログ|社内掲示板|社内掲示|ホームページ|サイト|ウェブ|SNS|業界[誌紙]|年報|統合報告書|年次報告書|雑誌|新聞|機関[誌紙])(?:の|に?(?:載せる|投稿する|書く|出す|上げる|寄せる)|用の?|向けの?)?(?:記事|コラム|文章?|原稿|[一1]?段落|一節|お知らせ|投稿文?|紹介文?|寄稿文?)|コラム|お知らせ文|回覧文|投稿文|寄稿文?|巻頭言|年頭所感|newsletter|blog post",
}
SHAPE = r"(?:の?(?:[一1]段落|段落|一節|冒頭|書き出し|出だし|締め|結び|本文|案|下書き|たたき台|草案|文案|原稿|文章|文面|文|形式?|体裁|調|スタイル|ふう|風|口調))*"
MADE = r"(?:して(?!も?(?:いい|よい|良い|大丈夫|構わ|かまわ|OK|ok|問題))|しと[いくけ]|した[いら]|する|しろ|書[いきくけ]|作[っりる成]|つくっ|まとめ|直[しす]|仕立て|整え|起こ[しす]|落とし|考え|頼[むみ]|お願い|おねがい|ください|下さい|くれ|ちょうだい|頂戴|欲し|ほし|用意|出して|出せ|要る|必要|なる|生成|入れたい|載せたい|使いたい|触れたい|盛り込みたい)"
PUT_IN = r"(?:に|へ)(?:は|も)?、?(?:占め|引用|転載|掲載|載せ|使[いうわ]|使っ|入れ|添え|書いてあ|書かれ|ある|あった|触れ|は何)"
WANTED = [(kind, re.compile(rf"(?:{thing}){SHAPE}(?!{PUT_IN}(?!たい(?:の|ん)?(?:です|だ|や)?(?:けど|ねんけど|のですが|んですが|な)?[。]?$))(?:(?:を|に|で|として|っぽく|用に|が|は|も)?、?[^。、??]{{0,12}}?{MADE}|(?:を|に|で|として)?[^。、??]{{0,6}}?、?[^。、??]{{0,4}}?[0-9一二三四五六七八九十百]+(?:文?字|文|行|つ|問|個|秒|分(?=$|[でにくほ程以の。、]))|(?:を|に|で|として)?[。!]*$)", re.IGNORECASE)) for kind, thing in THINGS.items()]
# 「取引先に出す手紙に、企業参加率を入れて書いて」
WITH_IT = [(kind, re.compile(rf"(?:{thing}){SHAPE}(?:に|へ|で)(?:は|も)?、?[^。??]{{2,30}}?(?:を|も)、?(?:入れ|盛り込|添え|使[いっ]|触れ|織り込|引[いき])[^。??]{{0,6}}?、?(?:書[いき]|作[っり]|仕上げ|まとめ|下書き|文案|起こ)", re.IGNORECASE)) for kind, thing in THINGS.items()]
# 「社内報に載せるから200字で」
PUT_UP = re.compile(r"(?:社内報|広報[誌紙]|学報|会報|ニュースレター|社内ブログ|ブログ|掲示板|社内掲示|ホームページ|サイト|SNS|業界[誌紙])(?:に|へ)(?:載せる|出す|書く|投稿する|上げる|寄せる|載せたい|出したい)[^。、??]{0,10}?(?:から|ので|んで|さかい|けん|ため|、)[^。??]{0,14}?[0-9一二三四五六七八九十百]+(?:文?字|行|文)")
IN_ENGLISH = re.compile(r"\b(?:draft|write|make|turn|prepare|compose|need|give)\b.{0,40}\b(?P<thing>press release|press statement|e-?mail|opening remarks|welcome speech|newsletter|q ?& ?a|faq)\b", re.IGNORECASE)
# A mail to those with whom joint research is sought tells them of that, not of numbers inside the firm.
SCHOLAR = r"(?:大学|(?<![一-龥])[一-龥]{1,3}大(?![企手学きさ会])|教授|先生|研究室|研究者|共同研究(?:先|の相手))"
TEXT_TO = r"(?:メール|手紙|文面|レター)"
# 「北大に申し込む手紙」「共同研究を提案したいので、先方へのメールを」
TO_SCHOLAR = re.compile(rf"{SCHOLAR}[^。]{{0,12}}(?:に|へ|宛|あて)[^。]{{0,16}}(?:共同研究|連携|協力|相談|面談|お願い|申し込|申込|打診|依頼)[^。]{{0,14}}{TEXT_TO}|(?:共同研究|産学連携)[^。]{{0,12}}(?:申し込|申込|打診|提案|お願い|依頼|持ちかけ)[^。]{{0,24}}{TEXT_TO}")
# 「反対しそうな人に事前に送るメール」 「慎重な常務へ根回しのメール」: before the meeting, to those who may say no.
TO_OPPONENT = re.compile(r"(?:反対|異論|難色|抵抗|渋[りる]|慎重|懐疑|否定)[^。、??]{0,10}(?:人|者|方|派|役員|取締役|常務|専務|部長|社長|会長|メンバー|さん|向け|相手|勢|経理|財務|総務|人事|法務|現場|部署|組合|株主|銀行|先生|上層部|経営陣)|根回し|地ならし|(?:会議|審議|上程|提案)の?前(?:に|の)[^。、??]{0,10}(?:相談|説明|了解|理解)|事前(?:の|に)?(?:ご)?(?:相談|説明|了解|打診)")
# 「さっきの大学の話」: what was told, whatever it is called by.
TOLD_TALK = re.compile(r"(?:さっき|先ほど|さきほど|今|いま|先|この|その|上|前|以上|ここまで|これまで)の?(?:[^。、??]{0,10}の)?(?:お?話|件|数字|結果|答え|内容|比較|試算|計画|案|こと)")
# 「社長に話す3分のスピーチ原稿」
TO_BOARD = re.compile(r"(?:社長|会長|専務|常務|役員(?:会)?|取締役(?:会)?|経営会議|部長|上司)(?:の前)?(?:に|へ|で|向けに?)、?(?:話[すし]|説明|報告|プレゼン|提案|発表|伝え|しゃべ|言う)|(?:役員会|取締役会|経営会議)(?:用|向け)?の?(?:スピーチ|原稿)")
# 「社長が懇親会でAIについて挨拶をします。2分程度の原稿を考えて」: the occasion first, then its text.
TO_SPEAK = re.compile(rf"(?:挨拶|あいさつ|スピーチ|祝辞)(?:を|が|する|に)(?:[^。、]{{0,14}})[。、][^。]{{0,16}}(?:原稿|文案|文章|文面|下書き|たたき台|草案|案)(?:を|も|の|、|が)*[^。]{{0,10}}?{MADE}")
# 「逆に突っ込まれそうなとこは?」 「質問されそうなことは?」 「なんか質問されたらどう言うたらええ?」 after an answer in words.
COMING = re.compile(r"(?:質問|ツッコミ|つっこみ|突っ込み|疑問)?(?:が|を)?(?:突っ込ま|つっこま|ツッコま|聞か|訊か|問わ|質問さ|来|き|出)(?:れ)?そうな(?:とこ|ところ|点|こと|質問|疑問)(?:ろ)?(?:は|って|を|が|[??]|$)|(?:何|なん|なに)か(?:質問|聞か|訊か|突っ込ま)(?:さ)?れたら[^。??]{0,6}(?:どう|何|なん|どない)")
# Occasions and matters that are no business of ours.
THOSE_FIGURES = re.compile(r"(?:さっき|先ほど|今|いま|最初|前|上|この|その)の?(?:数字|数値|データ|割合|比率)(?:を|も|は)?(?:入れ|使|盛り込|添え|引い|触れ|載せ|もとに|基に)")
PRIVATE = re.compile(r"結婚|披露宴|送別|歓迎会|忘年会|新年会|誕生|同窓会|葬|弔|お悔やみ|年賀|暑中|退職|転職|ラブレター|恋")
ELSEWHERE = re.compile(r"異動の|謝罪|お詫び|詫び状|お礼|御礼|感謝状|請求|督促|断り|辞退|招待|内定|採用通知|履歴書|英訳|翻訳|議事録|契約|アンケート|トラブル|クレーム|苦情|値上げ|休業")
FILE = re.compile(r"(?i)word|ワード|excel|エクセル|powerpoint|パワポ|パワーポイント|スライド|pdf|ファイル|docx|pptx|xlsx|稟議|論文|研究者")
# 「工場の安全についての挨拶文」: a matter of its own.
ABOUT = re.compile(r"(?P<matter>[^。、??]{2,40}?)(?:について|に関する|に関して|をテーマ|を題材|の件で|という話)")
OURS = re.compile(r"AI|ai|人工知能|計算資源|格差|論文|研究|GPU|gpu|参加率|共著|クラウド|プロトタイプ|試作|戦略|割合|数字|結果|これ|それ|この|その|今の|さっき|上の|答え|試算|計画|案")
BUSINESS = ("press", "comment", "explanation", "opinion", ANSWERS)  # what needs no talk and no subject to be about our figures
LETTERS, SUMMARY = ("letter", "mail"), "その論文の要約"
WORDED = ("paper", "explain", "why")
LEVELS = ("level", "trend", "change", "peak", "trough")
MOST = 3


def kind_of(text: Text) -> str | None:
    """What kind of text is to be written; None where none is."""
    if PRIVATE.search(text.folded) or ELSEWHERE.search(text.folded) or FILE.search(text.folded) or len(text.folded) > LONGEST:
        return None
    if match := IN_ENGLISH.search(text.folded):
        return next(kind for kind, thing in THINGS.items() if re.search(thing, match["thing"], re.IGNORECASE))
    kind = next((kind for kind, wanted in (*WANTED, *WITH_IT) if wanted.search(text.folded)), "greeting" if TO_SPEAK.search(text.folded) else "article" if PUT_UP.search(text.folded) else None)
    if kind == "greeting" and TO_BOARD.search(text.folded):  # those who decide are told of the plan, not welcomed
        return "explanation"
    if kind in ("mail", "letter") and TO_OPPONENT.search(text.folded):
        return GROUNDWORK
    return "approach" if kind in ("mail", "letter") and TO_SCHOLAR.search(text.folded) else kind


def drafted(text: Text, previous: Question | None, data: Question | None, read_alone: Callable[[Text], Question]) -> Question | None:
    """The question (intent phrases, `advice` draft and its kind) for such a text, on what was told last or what it names; None for any other.

    What was told in other words than figures of papers or a plan is its only part.
    """
    coming = previous is not None and previous.intent in WORDED and not previous.subjects and COMING.search(text.folded) is not None
    if (kind := ANSWERS if coming else kind_of(text)) is None or (about := ABOUT.search(text.folded)) and not OURS.search(about["matter"]):
        return None
    asked = Question(text=text.folded, intent="phrases", resolved=text.folded, topic=text.folded, advice=(DRAFT, kind), count=how_many(text.folded))
    if previous is not None and TOLD_TALK.search(text.folded) and not plan_meant(text, previous):
        told = next((told for asked_of in (previous, data) if asked_of is not None and asked_of.intent in DATA_INTENTS and (told := of_told(asked, asked_of)) is not None), None)
        if told is not None:
            return told
    alone = read_alone(text)
    if alone.subjects and not alone.subjects[0].institution and OURS.search(text.folded):
        return asked.with_(subjects=alone.subjects[:MOST], places=alone.places[:1], years=alone.years[-1:])
    if plan := plan_to_word(text, previous):
        return asked.with_(topic=f"{text.folded}{PLAN}{plan}", inherited=("amounts",))
    if kind == GROUNDWORK and (previous is None or previous.intent not in (*DATA_INTENTS, *WORDED) or previous.plan):
        return asked.with_(topic=f"{text.folded}{PLAN}{previous.plan if previous is not None and previous.plan else STANDARD}", inherited=("amounts",))
    if data is not None and THOSE_FIGURES.search(text.folded) and (told := of_told(asked, data)) is not None:
        return told
    if previous is not None and (told := of_told(asked, previous)) is not None:
        return told
    if previous is not None and previous.work and kind in LETTERS:  # the work that the talk is about
        return asked.with_(parts=(Question(text=SUMMARY, intent="paper", resolved=SUMMARY, topic=SUMMARY, paper=previous.work, inherited=("paper",), style="three"),), inherited=("told",))
    return asked.with_(subjects=(Subject("firm_share"),), inherited=("default",)) if kind in BUSINESS or OURS.search(text.folded) else None


def of_told(asked: Question, previous: Question) -> Question | None:
    """The question for a text on the last answer; None where that told nothing to write of."""
    if previous.intent == "phrases" and previous.parts:
        return asked.with_(parts=previous.parts, inherited=("told",))
    measured = previous.intent in (*DATA_INTENTS, "phrases") and previous.statistic in LEVELS
    if measured and previous.subjects and not previous.parts:
        return asked.with_(subjects=previous.subjects[:MOST], places=previous.places[:MOST], years=previous.years[-1:], inherited=("subjects",))
    if previous.intent in (*DATA_INTENTS, "strategy", "paper", "explain", "why", "limits"):
        return asked.with_(parts=(previous.with_(style="three", inherited=("all",), focus=None),), inherited=("told",))
    return None

