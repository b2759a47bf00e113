"""Whether a question asks for written work: for a paper, study or report, what is in it, or who said a thing that is told of."""

import re

from assistant.understand.cues.worded import METHOD

# What is written about our subject; 共同研究, 研究者 and 研究費 are no work.
WORK = r"(?:論文(?![数率比])|(?<!共同)(?<!企業)研究(?![者所機開費室会分テ力員グ基資課])|文献|報告書|レポート|白書|記事|論考|論説|レビュー|サーベイ|アンケート|調査(?!会社|部|方法|対象|票)|所論|学説)"
# What says something without being called a work: only where it says it.
VOICE = rf"(?:{WORK}|分析(?!対象|結果の)|試算|推計(?!値)|予測|統計)"
# Verbs of saying: (stem, as the verb ends in a dictionary).
STEMS = "(?<=を)書い 論じ 示し 提案し 提唱し 主張し 唱え 説い 説き 指摘し 明らかにし 否定し 反論し 扱っ 取り上げ 分析し 推計し 試算し 見積もっ 整理し 区分し 調べ 測っ 検証し 警告し 批判し 論証し まとめ 取りまとめ 述べ 訴え 結び付け 結びつけ 報告し 紹介し 聞い 尋ね"
PLAIN = "論じる 論ずる 示す 提案する 提唱する 主張する 唱える 説く 指摘する 明らかにする 否定する 反論する 扱う あつかう 取り上げる 分析する 推計する 試算する 検証する 警告する 批判する 論証する 訴える 報告する 調べる"
SAYS = f"(?:(?:{'|'.join(STEMS.split())}|(?:について|に関して)(?:書い|触れ|語っ))(?:た|だ|てる|とる|ている|ておる)|{'|'.join(PLAIN.split())})"
# What is counted of such papers is a figure: 「画像を扱う論文の割合は」.
COUNTED = r"(?!の?(?:割合|比率|シェア|参加率|本数|件数|数(?![字値])|うち)|[はがを]?、?(?:何(?:%|割|本|件)|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|いくつ))"
SAYING = re.compile(rf"{SAYS}(?:[^。、]{{0,10}}の)?(?:[^。、\s]{{0,5}}){VOICE}{COUNTED}")
# 「…が薄いとする2024年の分析」「…という警告の論文」「…したっていう調査」.
HOLDING = re.compile(rf"(?<=[るたいうすくつむぶだん」』])(?:と|って)(?:する|した|いう|の|いった|説く|見る)(?:[^。、がはを]{{0,10}}の)?[^。、\sがはを]{{0,4}}{VOICE}{COUNTED}(?!を?(?:ご覧|見|読|聞)|に(?:なる|なっ)|が(?:出る|立))")
# 「合成コントロール法を州のたばこ対策で使った研究」: a method is named as what a work went by.
APPLIED = re.compile(rf"{METHOD}(?:を|で|に)[^。、??]{{0,24}}(?:使っ|用い|応用し|適用し|当てはめ|あてはめ|利用し|調べ)た[^。、??]{{0,6}}{WORK}{COUNTED}")
LINK = r"(?:の|で|が|は|を|って|、|なんか|とか|に|も|など|として|等|「|」|\s)*"
CONTENT = r"(?:要点|骨子|論旨|主張|知見|中身|要旨|主旨|結論|論拠|留意点|著者|所在|批判|筋書き|何が書|何を言|何と言|どう言|何を示|一言でい|ひとことでい|要するに)"
CONTENT_OF = re.compile(rf"{WORK}{LINK}[^。、]{{0,16}}{CONTENT}|{WORK}(?:を|について)[^。、]{{0,6}}(?:かいつまん|要約|解説|紹介|説明)")
WANTED = re.compile(rf"{WORK}(?:は|を|が|って|とか|なら|でも|も|なんか)*、?(?:どこかに|何か|なにか)?(?:あ(?:る(?!程度|ほど|と|な|が)|り(?!方|得|う)|れば|った)|なかった|ない(?:です|の|か|[??])|存在し|探し|読みた|紹介し|引用した|引いて|教え)")
WHICH = re.compile(rf"(?:誰|だれ|どこ)が(?:最初に|初めに)?(?:言い出|言い始|唱え|提唱|名付|名づけ)|(?:どの|どちらの|どこの){WORK}|{WORK}(?:は|って)?(?:どれ(?!くらい|ぐらい|だけ|ほど)|どこに)|出した(?:調査会社|機関|会社|研究者|のは)|資料の所在|元の(?:調査|報告|論文|資料|研究)|(?<![一-龥])(?:典拠|論拠)(?:を|は|が|$)")
TOLD = r"(?:と|って|との|っ?ちゅう|という|といった|って(?:いう)?)(?:[^。、の]{1,4}な)?(?:見立て|予測|試算|推計|見通し|見込み|所論|説|主張|指摘|報告|報道|見方|数字|話)"
TOLD_BY = re.compile(rf"{TOLD}[^。]{{0,8}}(?:誰|だれ|どこ(?!ま)|出所|出どころ|出典|元ネタ)の?(?:が|は|の|から)?|という(?:の|ん)は(?:誰|だれ|どこ)(?:が|の)")
# What somebody holds: 「academia側は何て主張してるんでしたっけ」「批判派は何と言ってる」. Who speaks is no group whose papers are counted.
SIDE = r"(?:側|派|陣営|学界|学者|研究者|論者|著者|専門家|先生|アカデミア|academia|academics?|critics?|scholars?|researchers?)(?:の(?:人|方|ほう)(?:たち)?)?(?:って|は|が|も|から|では|的に)*、?"
HELD = re.compile(
    r"(?:何て|何と|なんて|なんと|どう|どのように|どんな風に|どんなふうに|何を|どんなことを|どういうことを)(?:主張|論じ|反論|訴え|唱え|指摘|批判|反対|議論)(?:し)?(?:て(?:い)?(?:る|た|ます|まし|ん)|とる|た(?:の|ん)|ている)|"
    rf"{SIDE}[^。、]{{0,6}}(?:何て|何と|なんて|なんと|どう|どのように|何を)(?:言|いっ|見て|考え|評価し)|{SIDE}(?:の)?(?:主張|言い分|見解|意見|スタンス|claims?|arguments?)|what (?:do|does|did|are) [^?.]{{2,40}}(?:say|claim|argue|arguing|saying)", re.IGNORECASE,
)
# A claim that somebody met elsewhere: 「…と新聞で見た」「…という報道が回覧された」.
MET = re.compile(r"(?:と|って|という|との)[^。、]{0,8}(?:新聞|報道|記事|ニュース|雑誌|テレビ|SNS|ネット|聞[いきく]|耳に|見た|見かけ|読んだ|言われ|回覧|独り歩き)")
# 「データの根拠を示してください」「数字で裏付けて」: our figures, not what works say.
BY_DATA = re.compile(r"(?:データ|数字|統計)(?:の(?:根拠|裏付け)|上(?:は|の|で)|で(?:示|見せ|裏付)|を(?:示|見せ|根拠))")

# 「最先端モデルの訓練費用が年に何倍で増えているか、研究の裏付けを」: the works that back it, not our estimates of the same.
BACKED_BY_WORKS = re.compile(r"(?:論文|(?<!共同)研究(?![者所費])|文献|学術|先行研究)(?:の|による|上の|での|的な)?(?:裏付け|裏づけ|根拠|出典|エビデンス|証拠)(?:を|も|は|が|付き|つき|込み|と)")


def work_sought(text: str, measured: bool) -> bool:
    """`measured`: a value of our own figures is asked for; then only a work that says something is meant (「何倍になるか推計した研究」)."""
    if SAYING.search(text) or HOLDING.search(text) or APPLIED.search(text) or TOLD_BY.search(text) or HELD.search(text):
        return True
    return not measured and bool(CONTENT_OF.search(text) or WANTED.search(text) or WHICH.search(text) or FOREMOST.search(text) or ONE_WANTED.search(text))


def work_named(text: str) -> bool:
    """Whether a work is asked for that the text tells of: one that says something, that is to exist, or one out of several."""
    return work_sought(text, True) or bool(WANTED.search(text) or WHICH.search(text))


def views_asked(text: str) -> bool:
    """Whether what somebody says or holds is asked for."""
    return bool(HELD.search(text))


def claim_met(text: str) -> bool:
    """Whether the text tells a claim met elsewhere."""
    return bool(MET.search(text))


# The work that stands for a subject: 「代表的な論文」「一番読むべき研究」「議論の原点になった論文」「論文を一本だけ読むなら」.
PRAISED = (
    r"(?:代表(?:的|作|格|と(?:言|い|な)|する)|必読|定番|古典|金字塔|原点|出発点|起点|源流|先駆|草分け|火付け役|さきがけ|きっかけ|記念碑|決定版|皮切り|(?:イチ|一|いち)(?:オシ|推し|押し)|基本文献|"
    r"(?:読む|読んでおく|押さえる|押さえておく|知っておく|目を通す|当たる)べき|(?:一番|最も|もっとも|いちばん|最初に|まず|真っ先に|第一に)[^。、??]{0,8}(?:読[みむん]|押さえ|おさえ|有名|重要|知られ|大事|目を通|基本|(?:お?(?:勧|薦|すす)め)))"
)
FOREMOST = re.compile(rf"{PRAISED}[^。、??]{{0,10}}{WORK}|{WORK}(?:で|の中で|のうち|なら|として|の)?、?[^。、??の]{{0,4}}{PRAISED}[^。??]{{0,8}}(?:どれ|何|一本|1本|一つ|1つ|は|$)|{WORK}の{PRAISED}")
ONE = r"(?:一|1|ひと)(?:本|つ|点)"
ONE_WANTED = re.compile(rf"{WORK}(?:を|は|で|から|なら|の中で)?、?(?:あえて|まず|強いて|とりあえず)?{ONE}(?:だけ|なら|に絞|挙げ|選|を?(?:読|教え|紹介)|って|$|[??])|{ONE}(?:だけ)?、?(?:読む|選ぶ|挙げる)(?:なら|としたら|とすれば)[^。]{{0,8}}{WORK}|{WORK}(?:を)?(?:読む|読み始める)なら、?(?:まず)?どれ|どの{WORK}から(?:読|入|始)")


# One work to read, asked for by its counter, whatever else is counted: 「必読の論文を1本だけ」「役員に勧める論文を1つ選ぶなら」「まず読むべき1本は」「社長に読ませるならどの論文」.
PICK = r"(?:お?(?:勧|薦|すす)め|オススメ|推薦|推[しすせ]|選[ばびぶべぼん]|挙げ|必読|読[みむめんま]|渡[しすせ]|紹介|目を通|押さえ|イチオシ|一押し)"
SINGLE = rf"{ONE}(?!あたり|当たり|につき|ごと|の|も|以上|分|目)"
PAPER_ONE = r"(?:一|1|ひと|いっ)(?:本|ぽん)(?!あたり|当たり|につき|ごと|の|も|以上|分|目)"
SUPPOSING = r"(?:べき|なら|としたら|とすれば|のに(?:いい|良い|よい)|といい|たい)"
ONE_WORK = re.compile(
    rf"{PICK}[^。??]{{0,16}}{WORK}(?:を|は|で|から|なら|の中で|のうち)?、?[^。、??]{{0,6}}{SINGLE}|{WORK}(?:を|は|から|で|なら|の中で|のうち)?、?[^。、??]{{0,8}}{SINGLE}[^。、??]{{0,8}}{PICK}|{SINGLE}[^。、??]{{0,4}}{WORK}(?:を|は)[^。、??]{{0,6}}{PICK}|"
    rf"(?:読む|読んでおく|押さえる|目を通す|読ませる|渡す|勧める){SUPPOSING}[^。??]{{0,4}}(?:{PAPER_ONE}|どの{WORK}|何の{WORK})|{PAPER_ONE}(?:だけ)?[をは]?、?[^。、??]{{0,6}}(?:読む|読ませる|勧める|選ぶ|推す|渡す){SUPPOSING}|"
    rf"(?:最初|はじめ)の{PAPER_ONE}|(?:必読|お?(?:勧|薦|すす)め|オススメ|イチオシ|一押し|推し)の(?:{PAPER_ONE}|{WORK}(?:は|を(?:教|挙|紹介|一つ|1つ)|って|$|[??]))"
)
# Which work came first: 「格差を最初に指摘した研究」「この議論を最初に言い出したのは」.
BEGAN = re.compile(
    rf"(?:最初に|はじめて|初めて|いち早く|真っ先に|一番(?:先|早く|最初)に?)[^。、??]{{0,8}}(?:指摘し|言い出し|言い始め|論じ|唱え|提唱し|提起し|示し|警告し|訴え|名付け|名づけ|取り上げ|言っ|使っ)た?(?:[^。、??]{{0,8}}{WORK}|の(?:は|が)|人|者|学者|張本人)|"
    rf"(?:議論|話|主張|問題提起|論争|言葉|考え方?|説)(?:の|は|を)[^。、??]{{0,6}}(?:発端|元祖|言い出しっぺ|始まり|始めた(?:の|人|{WORK}))|(?:誰|だれ|どこ)が[^。、??]{{0,8}}(?:最初に|初めに|初めて)(?:言い出|言い始|唱え|指摘し|提起し|論じ)"
)


ORIGIN = re.compile(r"原点|出発点|起点|源流|先駆|草分け|火付け役|さきがけ|きっかけ|皮切り")
STANDING = re.compile(r"代表|定番|古典|金字塔|記念碑|決定版|有名|知られ|基本")


def lead_to(text: str) -> str:
    """How the work that a text asks for stands to its subject: `origin` of it, `standing` for it, or `read` first."""
    return "origin" if began(text) or ORIGIN.search(text) else "standing" if STANDING.search(text) else "read"


# The paper in which a thing first appeared: 「BERTの原論文」「ResNetを提案した論文」. The thing has a name in letters or katakana.
ORIGINAL = re.compile(
    r"(?<![A-Za-zァ-ヴー一-龥])(?P<name>(?!(?:AI|GPU|IT|コード|データ|モデル|ソース|リスク|アイデア|ランキング)(?![A-Za-z0-9ァ-ヴー-]))[A-Za-z][A-Za-z0-9.+-]*(?: [A-Z0-9][A-Za-z0-9.+-]*){0,2}|[ァ-ヴー]{3,}(?:・[ァ-ヴー]+)*)[」』]?(?:そのもの|自体)?(?:(?:の|って|は)?、?(?:原論文|元論文|もと論文|(?:元|もと|本家|大元)の(?:論文|研究)|オリジナルの?(?:論文|研究)|原典|原著|初出|最初の(?:論文|研究))|"
    r"[をが](?:最初に|初めて|はじめて)?(?:提案|発表|提唱|考案)(?:した|された|してる|している)(?:最初の|元の)?(?:論文|研究(?!者|所)))"
)


# 「合成コントロールの原論文」: of a thing with a name of any letters, which a term or a title may hold.
ORIGINAL_WORK = re.compile(r"^[^。、??]{2,24}?[」』]?(?:の|って|は)、?(?:原論文|元論文|原著論文|オリジナルの?(?:論文|研究)|元になった(?:論文|研究)|もとの論文|最初の論文|原典となる論文)(?:は|って|を|$|[??。])")


def original_work(text: str) -> bool:
    """Whether the paper in which a thing first appeared is asked for, whatever its name."""
    return original_of(text) is not None or ORIGINAL_WORK.search(text) is not None and not re.match(r"(?:この|その|さっき|今の|それ|これ)", text)


def original_of(text: str) -> str | None:
    """The name of the thing whose original paper a text asks for; None for any other text."""
    match = ORIGINAL.search(text)
    return match["name"] if match else None


# Stories that the corpus tells under a theme of its own: small teams that kept up, and firms' money at universities. (theme, words that name it, words of the corpus for it.)
MONEY, TRUTH = r"(?:研究費|研究資金|資金|寄付|寄附|助成金?|献金|スポンサー|カネ|お金)", r"(?:大学|学問|学術|教員|学者|アカデミア)"
SWAY = r"(?:影響(?!力の?割合)|口を出|口出し|ゆが|歪|左右|操[るら]|干渉|介入|圧力|取り込|手なずけ|従属|言いなり|独立)"
SMALL = r"(?:小さな|小さい|小規模な?|少人数の?|弱小の?|無名の?|貧しい|資源の(?:少ない|乏しい)|お金のない|予算の(?:少ない|ない))(?:研究)?(?:チーム|研究室|大学|グループ|陣営|組織|所帯|ラボ)"
# 「GPUが買えない大学はどう工夫している」 「予算の乏しい研究室はどうしのいでいるのか」: how those without the means go on; what they should do is advice.
LACKING = r"(?:GPU|計算資源|計算機|予算|お?金|資金|設備|サーバー?|スパコン|研究費|マシン)(?:が|を|も|の|に|は)?(?:十分に?|満足に|ろくに|あまり|ほとんど)?(?:な[いき]|無い|買えない|買えぬ|足り(?:ない|ぬ)|乏し[いき]|少ない|持た(?:ない|ぬ)|持てない|持って(?:い)?ない|限られ(?:た|て(?:い)?る)|そろわない|揃わない|恵まれない|貧しい)の?"
GO_ON = r"(?:(?:工夫|やりくり|知恵)(?:を)?(?:は|って|し|が|$|[??]|例|の|凝ら|絞)|しの[いぐ]|乗り越え|切り抜け|補[っうい]|どう(?:やって|いうふうに|のように)?、?(?:し(?:て(?:い)?る|とる)|対[応処]|研究|勝|戦|闘|やっ|工夫|こなし|成果)|どのように[^。??]{0,8}(?:し|研究|工夫|対)|いかに[^。??]{0,10}(?:し|研究|工夫))"
THEMED = (
    ("少ない資源で勝つ", re.compile(rf"(?!.*(?:うち|当社|自社|弊社|わが社|すれば|したら|すべき|べき)){LACKING}(?:小さな|地方の|日本の)?(?:研究)?(?:大学|研究室|研究者|チーム|グループ|学者|先生|学生|会社|企業|組織|ところ|とこ|側|陣営|ラボ)[^。??]{{0,14}}?{GO_ON}"), "GPU1枚やサーバー1台で大手のモデルに迫る成績"),
    ("少ない資源で勝つ", re.compile(rf"{SMALL}[^。、??]{{0,14}}(?:勝[てちつっ]|成果|上回|互角|成功|張り合|肩を並べ|戦え|対抗|健闘|渡り合)[^。、??]{{0,8}}(?:例|事例|実例|話|ケース|研究|論文)"), "GPU1枚やサーバー1台で大手のモデルに迫る成績"),
    ("産学と人材", re.compile(rf"{MONEY}[^。、??]{{0,16}}{TRUTH}[^。、??]{{0,14}}{SWAY}|{TRUTH}[^。、??]{{0,12}}{MONEY}[^。、??]{{0,14}}{SWAY}"), "企業の研究資金と学問の独立"),
)


def themed(text: str) -> tuple[str, str] | None:
    """(theme, words of the corpus) of the story that a text asks for; None for any other."""
    return next(((theme, words) for theme, asked, words in THEMED if asked.search(text)), None)


SAYS_WHAT = re.compile(r"要旨|要点|主張|結論|中身|内容|概要|要約|ざっくり|詳し|何を(?:言|示|論|訴|書)|何が(?:書|心配|問題)")


def one_work(text: str) -> re.Match | None:
    """Where a text asks for one work to read."""
    return ONE_WORK.search(text)


def began(text: str) -> re.Match | None:
    """Where a text asks which work was the first to say what it tells of; what that work says is another question."""
    return None if SAYS_WHAT.search(text) else BEGAN.search(text)


def foremost_sought(text: str) -> re.Match | None:
    """Where a text asks for the work that stands for a subject."""
    return FOREMOST.search(text)


def one_wanted(text: str) -> re.Match | None:
    """Where a text asks for one work out of all."""
    return ONE_WANTED.search(text)


# An amount told by everyday things: 「車何台分」「人間何年分」「自動車に例えると」; the first name of a thing is the corpus's own.
LIKENED = re.compile(r"(?:一生|生涯)(?:分|の?(?:CO2)?排出)|(?:何|[0-9一二三四五六七八九十数]+)(?:台|人|世帯|年|回|往復|杯|個|冊|箱)分|(?:に|で)(?:換算|例え|たとえ|置き換え|言う|いう)(?:る|た|す|し|と|なら)|(?:より|と比べて)[^。、]{0,8}(?:多|大き|排出)")
EVERYDAY = (("自動車", "クルマ", "乗用車", "マイカー", "ガソリン車", "車"), ("人", "人間", "ヒト"))
EMITTED = re.compile(r"CO2|co2|二酸化炭素|排出|環境|炭素|カーボン|温暖化|電力|電気|エネルギー")
OF_TRAINING = re.compile(r"^(?:それ|これ)(?:って|は|、)|学習|訓練|AI|ai|モデル|論文|研究|話")  # enough beside a car, of which our papers tell nothing else


def likened_to(text: str) -> str | None:
    """The everyday thing, as the corpus names it, by which a text asks how much training emits; None for any other text."""
    thing = next((things for things in EVERYDAY if any(name in text for name in things)), None)
    if thing is None or not LIKENED.search(text) or not (EMITTED.search(text) or thing is EVERYDAY[0] and OF_TRAINING.search(text)):
        return None
    return thing[0]
