"""What is asked of a way to go (a trial, a shared cloud, joint research, investing): what to watch, whether a small firm can, whether a university would
have it, and which one to choose. No share of papers answers these, whatever groups they name."""

import re

import prompts
from assistant.models import Question
from assistant.understand.cues.pointed_back import REPLACED
from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.investment_asked import sized_or_funded
from assistant.understand.plans.plan_asked import cautions_asked
from assistant.understand.text.matcher import Text
from assistant.understand.words.way_weakness import weak_way

WATCH, ABLE, PARTNER, PICK, NO_FIRM, FITS_OF, PAPERS = "watch", "able", "partner", "pick", "no_firm", "fits", "papers"
LONGEST = 70  # characters
CAREFUL = re.compile(r"注意(?:点|事項|す(?:べき|る)(?:こと|点|ところ|の)|が(?:必要|要る))|(?:何|なに|どこ|どんな(?:点|こと|ところ))(?:に|を)(?:は)?(?:注意|気を(?:付|つ)け|用心)|気を(?:付|つ)け(?:る|た(?:い|ほうが|方が)|なきゃ|なければ|ておく)[^。、??]{0,4}(?:こと|点|ところ|の|もの)|留意(?:点|す(?:べき|る))|落とし穴|心得|やってはいけない|失敗しないため|失敗しないコツ")
# 「根拠になる論文も付けて」: the works that tell of it are wanted beside.
WITH_PAPERS = re.compile(r"、?(?:(?:その|それぞれ)?(?:根拠|裏付け|裏づけ|典拠|拠り所|もと|元)(?:に|と)?(?:なる|なった|した|の)?)?(?:論文|文献|(?<!共同)研究|資料|出典|根拠|エビデンス|先行研究)(?:も|を|の出典も|と)?(?:付け|つけ|付き|つき|添え|挙げ|あげ|引い|引用|示し|もと(?:に|と)|基に|基づ|一緒に|あわせ|合わせ|セット|教え|ください)[^。、??]{0,10}|(?:論文|文献|(?<!共同)研究|資料)(?:をもとに|を基に|に基づいて|から|で)(?=[^。]{0,8}(?:注意|気を|留意|落とし穴|リスク|教え|挙げ|示し|説明))")
# What may go wrong with a university, asked where no plan was calculated.
RISKS = re.compile(r"リスク|危険|デメリット|短所|難点|問題点|失敗(?:例|する(?:のは|原因|理由))|うまくいかない|もめ(?:る|やすい|ごと)|トラブル|不安な点|懸念")
OF_DATA = re.compile(r"データを|数字|統計|集計|指標|割合|比率|参加率|読[むみ]|解釈|この(?:データ|資料|論文|分析|結果)|論文|契約書|言い方|書き方")
OWN = r"(?:うち|ウチ|自社|当社|弊社|わが社|我が社|当方|中小(?:企業)?|中堅(?:企業)?|零細(?:企業)?|町工場|小規模(?:な)?(?:会社|企業|事業者)|(?:小さ[いな]|ちいさ[いな])(?:会社|企業|とこ(?:ろ)?|工場|店)|[0-9]+人(?:くらい|ほど)?の(?:会社|企業|工場))"
OWN_FIRM = re.compile(rf"{OWN}(?:みたいな|のような|程度の|くらいの|の規模|クラス)?[^。、??でにがは]{{0,10}}(?:でも|にも|には|じゃ|では|でも?|が|は)")
OWN_TOO = re.compile(rf"{OWN}(?:みたいな[^。、??]{{1,6}}|の(?:会社|事業|仕事|業界))?(?:に|にも|と|とも|には)、?(?:何か|なにか|どう)?")
# 「NAIRRって何?うちに関係ある?」: what it is, and why it matters to a firm.
RELEVANT = re.compile(r"(?:関係|関わり|かかわり|縁)(?:が|は|って)?(?:ある|あり(?:ます|そう)?|あん|ございま|する|出てくる|無い|ない)")
CAN = re.compile(r"(?:でき|出来)(?:る|ます|ん(?:の|のか|のかな|すか)|っか|そう|っこ)|可能(?:です|なの|か|でしょう|[??。]|$)|や(?:れ(?:る|ます|そう)|れん)|使え(?:る|ます|そう|ん)|手が(?:届|出)|(?:扱え|作れ|試せ|始められ|取り組め|入れられ|組め)(?:る|ます|そう|ん(?=の|です|すか))|(?:無理|現実的|難しい|厳しい)(?:です|なの|か|でしょう|かな|だろう|[??。]|$)|導入でき")
# 「ファインチューニングってのは何?うちでもできる?」: what a thing is, and whether a firm like the asker's can; after a plan too, for it names its own thing.
DEFINED = re.compile(r"(?:って(?:いう)?(?:の|もの|やつ)?(?:は|って)?|(?:と|って)いう(?:の|もの)は|とは)、?(?:そもそも|一体|いったい)?、?(?:何|なに|なん|どういう|どんな)(?!人|%|割|本|社|年)")
EASY = re.compile(r"^(?:それ|これ|そいつ)(?:って|は|、)?[^。、]{0,8}(?:簡単に|すぐに?|誰でも|だれでも|安く)[^。、]{0,8}(?:でき|出来|やれ|使え)")
MEASURED = re.compile(r"割合|比率|(?<![一-龥確効])率|シェア|何[%割本件社校位倍]|いくら|推移|増え|減っ|伸び|論文|学会|会議で|共著|数字|統計|引用|資料|出典|なぜ|どうして|理由|勝[てちつ]|万円|億円|どこと|どこの|どの大学|誰と|べき|組まず|単独|自力|自前|買[うえっ]|投資|人材|データは")
OPINION = re.compile(r"どう(?:なの|なん|です|でしょう|だろう|かな|か[なね]|思[いうっ])|(?:アリ|あり)(?:です|なの|かな|か|[??。]|$)|現実的|相手に(?:し(?:て|ない)|さ)|可能(?:です|なの|か|[??。]|$)|でき(?:る|ます)(?:の|もの|ん)?(?:です)?(?:か|かな|[??。]|$)|(?:敷居|ハードル)(?:が|は)?|難し(?:い|そう)|付き合って(?:くれ|もらえ)|(?:受けて|組んで|応じて|会って)(?:くれ|もらえ|いただけ)|組め(?:る|ます)(?:の|もの|ん)?(?:です)?(?:か|かな|[??。]|$)|門前払い|断られ")
WITH_UNIVERSITY = re.compile(r"(?:大学|研究室|教授|先生|アカデミア|研究機関)[^。、??]{0,8}(?:と|に|は|も|って)[^。??]{0,14}(?:組[むみんめ]|組ませ|共同|連携|タッグ|手を組|協力|相談|頼[むめん]|声をかけ|相手に|付き合って|受けて)|共同研究(?:って|は|というのは|を?(?:申し込|持ちかけ|頼|お願い))|産学連携(?:って|は)")
WHICH = re.compile(
    r"何を選[べぶび]|(?:どれ|どの(?:案|戦略|道|方法|やり方|選択肢))(?:が|を|に|から)?[^。、??]{0,8}?(?:いい|良い|よい|よろし|宜し|ええ|ベスト|正解|合[うっい]|(?:お?|オ)(?:すすめ|勧め|ススメ)|選[べぶび]|取[れる]|すれば|したら|推[しす]|向[いく])|(?:向く|向いている|合う|いい|良い|(?:お?)(?:すすめ|勧め)(?:な)?)のは(?:どれ|どの(?:案|戦略|方法))|(?:一つ|1つ|ひとつ)(?:だけ)?(?:に)?(?:選[ぶべん]|絞[るれっ]|挙げ)|(?:一言|ひとこと|ひと言)で(?:言う|いう)と(?:どれ|どの)|一択(?:なら|で|は)|(?:イチ|一)推し"
)
OTHER_THINGS = re.compile(r"論文|研究者|会議|学会|指標|数字|グラフ|国|大学(?!と)|企業(?!に|として|様|さま|が取り組|の皆|の方)|モデル|高い|多い|低い|少ない|GPU|サービス|資料|本|記事|補助金|年")
# 「どれが一番早う元取れる?」 is told by the sums.
BY_SUMS = re.compile(r"元(?:が|を|は)?(?:取|とれ)|回収|黒字|儲か|もうか|npv|roi|irr|期待値|利回り|損が|損失", re.IGNORECASE)
SEVERAL_WAYS = re.compile(r"(?:[23二三]つの?|この中の?|これらの?)(?:戦略|案|選択肢|道|方法|やり方|方策|打ち手|手立て|進め方)|(?:戦略|方策)のうち")
FINALLY = re.compile(r"結局|要するに|つまり|一言|ひとこと|ひと言")
# An asker that is no firm: 「私どものような大学には」 「うちは市役所です」 「病院としては」.
KIND = r"(?:(?:国立|公立|私立|県立|市立|都立|府立|道立)の?)?(?:大学病院|大学(?!院生)|高専|短大|学校法人|学校|病院|クリニック|医療法人|医院|研究所|研究機関|市役所|区役所|町役場|役場|県庁|都庁|道庁|府庁|役所|自治体|官公庁|省庁|npo法人|npo|財団法人|財団|社団法人|独立行政法人|独法|市|県|町)"
OF_NO_FIRM = re.compile(rf"(?:^|[、。\s]|うちは|うち(?:の|みたいな|のような)|私(?:たち|ども)?(?:は|のような|みたいな|の)|わたくしども(?:は|のような|の)|我々(?:は|のような|の)|当方は|こちらは|(?:小さな|小さい|中規模の|地方の))(?P<kind>{KIND})(?:の(?:私(?:たち|ども)?|うち|研究室|立場|場合|ような(?:組織|ところ)?)|みたいな(?:ところ)?)*(?:としては?|に(?:は|も|とっては?)?|で(?:は|も|す)|だと|だけど|やけど|なん(?:だ|で)|なら|は(?!ど))", re.IGNORECASE)
OF_WAYS = re.compile(r"(?:[3三]つ|[3三])の?(?:うち|中|案|戦略|選択肢|道|方法|やり方|試算)?(?:の)?(?:で|から|は|が|、)?(?:どれ|いずれ|どの(?!層|国|会議|分野|企業))|(?:戦略|選択肢|どの案|どれ(?!だけ|くらい|ぐらい|ほど)|試算|共有クラウド|プロトタイプ|共同研究|roi)")
FITS = re.compile(r"(?:当て|あて)はま|使え(?:る|ます)|合[いうっ]|向[いく]|現実的|参考にな|(?:い|え)け(?:る|ます)|ええ|どれ(?!だけ|くらい|ぐらい|ほど)|どの案|どの戦略|選[べぶび]|すべき|通用|適用|有効|有利")
OF_PAPERS = re.compile(r"論文|割合|比率|シェア|参加率|何[%割本件社校位倍]|推移|会議|学会|共著|統計")
# 「なんでそれなん?」 after one of the ways was picked.
WHY_PICKED = re.compile(r"^(?:それは|これは|で、?|でも|えっ?)?、?(?:なぜ|何故|どうして|なんで|何で)(?:、|それ|これ|そ(?:れ|こ)が|そう|小さ[^。、]{0,8}|試作|プロトタイプ|(?:い|え)え|一番|いい|選|推|勧|が|を|な|に|の|ん|や|です|でしょう|か|よ|だ|ね)*[??。]*$|^(?:その|それの|選んだ|推す|勧める)?(?:理由|根拠|わけ)(?:は|って|を)?(?:何|なに|教えて|短く)?(?:です|でしょう)?か?[??。]*$")
# 「小さく試すのと共同研究、どちらが向く?」: which of two ways suits whom, no sum.
FITTING = re.compile(r"(?:どちら|どっち|どれ|いずれ)[^。、??]{0,16}?(?:向[くいきか]|合[うっい]|適[しす]|ふさわし|相応し|フィット)|(?:向[くい]|合う|適し|ふさわし)[^。、??]{0,6}のは、?(?:どちら|どっち|どれ|いずれ)|(?:どう|どのように)使い分け|使い分け(?:は|の目安|方)")
# 「取引銀行の方に当社の方針を三十秒で話すときの言い回し」: words to say, whichever way they tell of.
TO_SAY = re.compile(r"言い回し|言い方(?!を(?:変|換))|フレーズ|トーク|台詞|せりふ|セリフ|スピーチ|話し方|切り出し|(?:[0-9]+|[一二三四五六十]+)(?:秒|分)(?:ほど|くらい|ぐらい|程度)?(?:で|の)(?:話|言|説明|しゃべ|伝え|スピーチ|トーク)")
# 「中小企業でも応じてもらえるのでしょうか」 in a talk of joint research.
TAKEN_ON = re.compile(r"(?:受けて|組んで|応じて|会って|付き合って|相手に(?:し|され))[^。、??]{0,4}(?:くれ|もらえ|いただけ|下さ|くださ|る)")
TURNS = ("strategy", "roi")
SHORT = 18  # characters of a message that names no way and leans on the one before


def advised(text: Text, previous: Question | None, style: str) -> Question | None:
    """The question (intent strategy, `advice` its kind and way); None for any other. `style`: the form that the words ask for."""
    if len(text.folded) > LONGEST or TO_SAY.search(text.folded):
        return None
    asked = Question(text=text.folded, intent="strategy", resolved=text.folded, topic=text.folded, style=style)
    if (way := watched(text, previous)) is not None:
        return asked.with_(advice=(WATCH, way, *((PAPERS,) if WITH_PAPERS.search(text.folded) else ())), inherited=() if way_in(text.lowered) else ("topic",))
    if (kind := no_firm(text)) is not None:
        return asked.with_(advice=(NO_FIRM, kind))
    if previous is not None and previous.advice[:1] == (PICK,) and WHY_PICKED.match(text.folded):
        return asked.with_(advice=(PICK,), topic=previous.topic, style="short")
    if len(ways := fitting(text.folded)) == 2:
        return asked.with_(advice=(FITS_OF, *ways))
    if picks(text.folded, previous):
        return picked(asked, previous)
    if MEASURED.search(text.lowered):
        return None
    of_joint = previous is not None and len(text.folded) <= 2 * SHORT and way_in(previous.topic.lower()) == "joint" and TAKEN_ON.search(text.folded)
    if (WITH_UNIVERSITY.search(text.folded) or of_joint) and OPINION.search(text.folded):
        return asked.with_(advice=(PARTNER,))
    term = previous.term if previous is not None and not previous.subjects and (previous.intent == "explain" or previous.advice[:1] == (ABLE,)) else None
    alone = previous is None or previous.intent != "roi"
    if term is None and previous is not None and previous.paper and previous.intent in ("paper", "explain") and REPLACED.search(text.folded):  # 「当社で応用するとしたら、何に使えますか」 of a work
        return None
    relevant = DEFINED.search(text.folded) and RELEVANT.search(text.folded) and OWN_TOO.search(text.folded)
    if relevant or CAN.search(text.folded) and OWN_FIRM.search(text.folded) and (alone or DEFINED.search(text.folded)) or term and EASY.match(text.folded):
        return asked.with_(advice=(ABLE,), term=term)
    return None


def no_firm(text: Text) -> str | None:
    """What the asker is who asks which way fits and is no firm; None for any other question."""
    match = OF_NO_FIRM.search(text.folded)
    fits = match is not None and OF_WAYS.search(text.lowered) and FITS.search(text.folded) and not OF_PAPERS.search(text.lowered)
    return match["kind"] if fits else None


def way_in(text: str) -> str | None:
    """The way whose name covers most of a text; None where none is named."""
    names = {way: max((len(cue) for cue in entry["cues"] if cue in text), default=0) for way, entry in prompts.lexicon("ways").items() if "cues" in entry}
    best = max(names, key=names.get)
    return best if names[best] else None


def watched(text: Text, previous: Question | None) -> str | None:
    """The way whose pitfalls are asked for, named or told of just before."""
    bare = WITH_PAPERS.sub("", text.folded)
    if (weak := weak_way(bare, previous)) is not None and not OF_DATA.search(bare):
        return weak
    risky = RISKS.search(bare) is not None and way_in(bare.lower()) == "joint" and (previous is None or previous.intent not in TURNS)
    if not (CAREFUL.search(bare) or risky) or OF_DATA.search(bare) or cautions_asked(bare):
        return None
    if (way := way_in(text.lowered)) is not None or len(text.folded) > SHORT or previous is None or previous.intent not in TURNS:
        return way
    return (previous.advice[1:] or (way_in(previous.topic.lower()) or "invest",))[0]


def fitting(text: str) -> tuple[str, ...]:
    """The ways of which a text asks which one suits, in the order of the answer; empty where amounts are told or papers are spoken of."""
    told = read_investment(text)
    named = tuple(way for way in ("prototype", "cloud", "joint") if way in told.strategies)
    return named if FITTING.search(text) and not told.amounts_told and told.budget is None and not OF_PAPERS.search(text) else ()


def picks(text: str, previous: Question | None) -> bool:
    """Whether one of the ways is to be chosen."""
    if not WHICH.search(text) or BY_SUMS.search(text) or OTHER_THINGS.search(SEVERAL_WAYS.sub("", text)):
        return False
    if SEVERAL_WAYS.search(text):
        return True
    return previous is not None and (previous.intent in TURNS or previous.intent in ("explain", "phrases", "document") and FINALLY.search(text) is not None)


def picked(asked: Question, previous: Question | None) -> Question:
    """The choice between the ways; between the plans whose sums were just told, by those sums."""
    if not weighed(previous):
        return asked.with_(advice=(PICK,))
    summed = asked.with_(topic=f"{asked.text}\n{previous.topic}", inherited=("amounts",))
    named = {way for line in previous.topic.split("\n") for way in read_investment(line).strategies}
    if len(named) > 1:
        return summed.with_(intent="roi")
    others = [line for line in previous.topic.split("\n") if not read_investment(line).strategies]  # one way that was only asked about is not the choice
    return summed.with_(advice=(PICK,), topic="\n".join([asked.text, *others]))


def weighed(previous: Question | None) -> bool:
    """Whether the ways were just weighed by their sums, or for a company of a told size: not an investment of the asker's own."""
    if previous is None or previous.intent not in TURNS:
        return False
    told = [read_investment(line) for line in previous.topic.split("\n")]
    own = any(each.amounts_told for each in told) and not any(each.strategies for each in told)
    return not own and (previous.intent == "roi" or "amounts" in previous.inherited or sized_or_funded(previous.topic))
