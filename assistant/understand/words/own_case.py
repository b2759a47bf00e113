"""What the asker's own firm is to do, put without a word of strategy: that it has nobody for it (「論文を読める社員がいないのですが」), few data, data that must not
go out, little money, no machines of its own (「GPUを買わずに済ます手はある?」), whether what is on the
market will do (「ChatGPTを使うだけじゃダメ?」), when to give up (「やめ時はどう判断する?」), one partner or another (「海外の大学と組むのと国内と組むの、どちらがいい?」 「共同研究って相手は大学がいいの?」), how to choose one and what to leave to it (「大学に丸投げしてもいい?」)."""

import re

NOBODY = (
    r"[^。、??]{0,16}?(?:社員|人材|人手|人|技術者|エンジニア|専門家|担当者|研究者|データサイエンティスト|開発者|詳しい者|わかる者|分かる者|要員)(?:が|は|も)[^。、??]{0,8}?(?:い(?:ない|ません|なく|なくて|ないん|ないの)|おら(?:ん|ず|ない)|足り(?:ない|ません|なく)|不足し)"
)
WORRY = r"(?:ん|の)?(?:です|だ)?(?:が|けど|けれど|けれども|から|ので|し)?(?:、?(?:(?:AI|ai|生成AI)(?:は|が|を|って)?)?(?:どう(?:すれば|したら|しよう|対応)|何(?:から|が|を)|大丈夫|始められ|できます|できる|やれ|無理|手は|打ち手|それでも|でも)[^。??]{0,16})?[。??]*$"
WITHOUT_PEOPLE = re.compile(rf"^(?:うち(?:の会社)?|当社|弊社|自社|わが社|社内|弊社内)?(?:に|は|では|には|、)*{NOBODY}{WORRY}|(?:AI|ai)人材の?(?:採用|確保|育成|育て方|採り方)(?:は|を|って)?、?(?:どう|どのように|どこから|何から|誰)")
GOES = r"(?:でも|ても|のに|ままで(?:も)?|状態で(?:も)?|と|くても|ければ|会社で(?:も)?|企業で(?:も)?|うちで(?:も)?|場合(?:は|でも)?)、?(?:AI|ai|人工知能|生成AI)?(?:は|が|を|って)?(?:の)?(?:活用|導入|研究|開発)?(?:は|が|を)?(?:でき|始め|使え|やれ|やって|可能|無理|難し|大丈夫|取り組|進め|成り立|どう|何から)[^。??]{0,14}[。??]*$"
PEOPLE_LACK = re.compile(r"(?:社員|人材|人手|技術者|エンジニア|専門家|担当者|研究者|データサイエンティスト|開発者|詳しい(?:者|人)|わかる(?:者|人)|分かる(?:者|人))(?:が|は|も)(?:社内に|一人も|誰も)?(?:い(?:な|ま)|おら|足り)[^。、??]{0,4}?" + GOES)
FEW_DATA = re.compile(r"(?:少ない|わずかな|少量の)(?:学習)?データ(?:でも|で|だけで)、?(?:大丈夫|いけ|でき|始め|はじめ|学習(?:は|が)?でき|使え|足り|平気|OK|可能|やれ)|(?<!論文)(?<!センター)データ(?:が|は|も)(?:ほとんど|あまり|まだ|ろくに|そんなに|十分に?)?(?:少な|足り|な[いくか]|無い|ありませ|そろって(?:い)?な|揃って(?:い)?な|たまって(?:い)?な|溜まって(?:い)?な|取れて(?:い)?な|きれいで(?:は)?な|紙の|バラバラ)[^。、??]{0,4}?(?:" + WORRY + "|" + GOES + ")")
OURS = r"(?:データ(?!セット)|情報|図面|ノウハウ|レシピ|設計|顧客名簿|顧客情報|個人情報|機密|秘密|企業秘密)"
OUT = r"(?:社外|外部|外|よそ|クラウド|他社|大学|海外|ベンダー)(?:に|へ|と)"
KEPT_IN = re.compile(rf"{OURS}(?:は|を|が|も)[^。、??]{{0,6}}{OUT}(?:は|も)?(?:出|渡|漏|預|流|載せ|上げ|置|持ち出|共有)[^。??]{{0,20}}[。??]*$|(?:機密|秘密|社外秘|外に出せない|出せない|門外不出の?)(?:の)?(?:データ|情報|図面|ノウハウ)[^。??]{{0,16}}(?:どう|どの|何|使え|扱え|始め|でき|大丈夫|やれ)[^。??]{{0,14}}[。??]*$")
SPENDING = r"(?:いくら|どれ(?:くらい|ぐらい|ほど|だけ)|どの(?:くらい|程度)|何(?:[百千億]+(?:万?円)?|[百千]?万円?|円))"
SELF = r"^(?:うち(?:の会社)?|当社|弊社|自社|わが社)?(?:に|は|では|には|、)*"
LITTLE = re.compile(rf"{SELF}(?:予算|お金|資金|カネ|金|投資余力)(?:が|は|も)(?:ほとんど|あまり|全然|そんなに)?(?:な[いくし]|無い|ありませ|少な|足り|限られ|厳し|乏し)[^。、??]{{0,4}}?(?:{WORRY}|{GOES})")
BUDGET = re.compile(
    rf"{SELF}(?:AI|ai|人工知能|生成AI)(?:の|へ(?:の)?|に(?:は)?|を(?:始める|導入する|やる)(?:に|の)?(?:は|に)?)?(?:研究開発|研究|開発|投資|導入|活用)?(?:の|に(?:は)?|を(?:始める|する)に(?:は)?)?(?:費用?|予算|投資額|金額|お金|資金)?(?:は|って|が|を)?、?(?:最低(?:でも|限)?|だいたい|大体|まず)?"
    rf"{SPENDING}(?:くらい|ぐらい|ほど)?(?:の)?(?:お金|予算|費用)?(?:が|を|は)?、?(?:必要|要|かけ|投資|投じ|見れば|見て|用意|あれば|出せば|から|積め)[^。、??]{{0,12}}[。??]*$"
)
READY = r"(?:ChatGPT|chatgpt|チャットGPT|Gemini|Claude|Copilot|コパイロット|生成AI|既存の|既製の|市販の|出来合いの|できあいの|公開済みの|公開されている|よその|他社の|オープンソース|オープンモデル|SaaS|クラウドのAI|API)(?:AI|モデル|サービス|ツール|製品|もの|の)*"
ENOUGH = re.compile(
    rf"^(?:別に|もう|正直|結局|うちは|当社は|普通に|まずは|、)*{READY}(?:を|で|に)?(?:使う|使って(?:い)?る|借りる|買う|契約する|導入する|入れる|頼る|任せる)?(?:だけ|のみ)?(?:で(?:は|も)?|じゃ|というの(?:は|では))?、?(?:だめ|ダメ|駄目|十分|足り|いけない|不十分|済[むみ]|間に合|事足り|いい(?:ので|ん)|よい(?:ので|ん)|構わない)[^。??]{{0,12}}[。??]*$"
)
EXIT = re.compile(r"(?:撤退|中止|打ち切り|損切り|手仕舞い)(?:の)?(?:判断|基準|タイミング|時期|条件|目安|ライン|決断)(?:は|を|って)?、?(?:どう|どのように|いつ|何|どこ|誰|教え|決め)|(?:やめ時|止め時|引き際|潮時|見切り(?:時|のつけどころ)?|引き時)(?:は|を|って|の(?:判断|目安|基準|見極め)(?:は|を)?)、?(?:どう|どのように|いつ|何|どこ|誰|教え|決め|見極め)")
EITHER = re.compile(r"(?:大学|研究室|会社|企業|ベンダー|先生|機関)(?:と|に)(?:組む|頼む|任せる|委託する|相談する)の(?:と|か)、?[^。??]{2,24}?(?:と|に)(?:組む|頼む|任せる|委託する|相談する)の(?:か|と)?(?:では|は|で)?、?(?:どちら|どっち)(?:が|の(?:方|ほう)が)?(?:いい|良い|よい|得|お勧め|おすすめ|有利|安全|早い|向)")
WHOM = re.compile(
    r"(?:(?:共同研究|産学連携|連携|提携|共同開発|手を組|組)(?:を|する|む)?(?:って|の|は|なら|としたら|とすれば)*(?:相手|先|パートナー)|相手|パートナー|組むなら|組むとしたら)(?:は|に|って|として|には|としては|を|なら|、)*[^。??]{0,8}(?:大学|企業|会社|研究所|研究機関|ベンダー|同業|誰|だれ|どこ(?!の)|先生)"
    r"[^。??多少高低]{0,18}(?:いい|良い|よい|よろし|ええ(?!と)|よか(?!っ)|無難|向[いく]|望ましい|現実的|適[しす]|正解|ベスト|賢[いく]|お?(?:勧|薦|すす)め|どっち|どちら)"
)
MACHINE = r"(?:GPU|gpu|グラボ|サーバー?|計算機|計算資源|スパコン|マシン|機械|設備)"
WITHOUT_BUYING = re.compile(rf"{MACHINE}(?:を|は|も|なんか|とか|なんて)?(?:自前で|自社で|一枚も|1枚も|一台も|1台も)?(?:買わ|持た|買い足さ|用意せ|揃え|そろえ|導入せ|所有せ)(?:ず|ないで|んで|なくて|ないまま|んと)(?:に|も)?[^。??]{{0,14}}(?:手(?![をが]?[出間])|方法|道|やり方|術|手立て|すべ|抜け道|やれ|やる|でき|済[まむ]|始め|いけ|回[せす]|何とか|なんとか)")
HANDED = re.compile(r"(?:大学|研究室|先生|ベンダー|業者|コンサル(?:会社|タント)?|外部|外注先|専門会社|SIer|開発会社)(?:さん|側)?(?:に|へ)(?:全部|全て|すべて|みんな|全面的に)?(?:丸投げ|丸なげ|任せきり|任せっきり|お任せ|任せ|外注|一任|頼りきり)[^。、??]{0,8}(?:いい|良い|よい|ええ|大丈夫|だめ|ダメ|駄目|まず[いか]|危な|危険|問題|リスク|平気)")
CHOOSING = re.compile(r"(?:研究室|大学|パートナー|相手|組む先|委託先|連携先|提携先|ベンダー|先生|教授)(?:を|の)?(?:選ぶ|選び|選定|見極め(?:る)?|見分け(?:る)?)(?:の|時の|ときの|際の|上での)?(?:基準|ポイント|コツ|方|条件|目安|決め手|勘所)")
BENEFIT = re.compile(r"(?:中小(?:企業)?|零細|地方の?(?:会社|企業|中小)?|うち(?:みたいな|のような)?[^。、??]{0,8}|小さ[いな]会社|町工場|下請け|非IT(?:企業)?|製造業|老舗)(?:に(?:も|とって)?|でも|は|が|へ)[^。、??]{0,12}(?:恩恵|メリット|利点|うまみ|旨み|御利益|得になる(?:こと|話)|チャンス)(?:は|って|が)?、?(?:ある|あり|何|どこ|受けられ|[??]|$)")
# What a state or the universities should do is told by what papers propose, never by what a firm should.
POLICY = re.compile(r"^(?:(?:で|では|じゃあ?|結局|一方で?)[、,]?)*(?:日本の)?(?:政府|国(?:や自治体)?|行政|自治体|文科省|経産省|大学(?:側)?|学術界|アカデミア|研究者)(?:は|が|として(?:は)?)、?(?:何|なに|どう(?:すれば|すべき|したら|対応|動|支援)|どんな(?:手|政策|支援|対策|こと)|どういう)[^。??]{0,10}?(?:すべき|べき|すれば|したら|いい|よい|できる|できます|必要|求め)[^。??]{0,8}[。??]*$")
# In English: 「We have no AI staff yet. Shared cloud or joint research first?」「We lack data scientists; can we still start?」
WAY_TO_GO = r"(?:cloud|joint research|(?:joint|university) (?:project|lab|collaboration|partnership)|partner\w* with (?:a )?universit\w+|prototype|pilot|in-house|outsourc\w+|hiring|our own gpus?)"
EITHER_WAY = re.compile(rf"\b{WAY_TO_GO}\b[^.?!]{{0,24}}\b(?:or|vs\.?|versus|before|and then)\b[^.?!]{{0,24}}\b{WAY_TO_GO}\b[^.?!]{{0,30}}\?*$|\b(?:which|what)\b[^.?!]{{0,30}}\bfirst\b[^.?!]{{0,24}}\b{WAY_TO_GO}\b", re.IGNORECASE)
WE_LACK = re.compile(r"\b(?:we|our (?:firm|company)|my (?:firm|company))\b(?: \w+)? (?:(?:have|has|got|'ve got) (?:no|few|hardly any|zero|little)|lacks?|(?:do not|don't|does not|doesn't) have(?: any| enough)?|(?:is|are) short of)\b[^.?!]{0,20}?\b(?:staff|people|engineers?|experts?|talent|specialists?|scientists?|researchers?|budget|money|data|gpus?)\b[^?]*\b(?:where|what|how|which|can|could|should|first|start|begin)\b", re.IGNORECASE)
ASIDE_MEASURED = re.compile(r"\b(?:share|percent(?:age)?|papers?|conferences?|how many|proportion|studies|study|npv|irr|payback)\b|\d%|\d(?:k|m| million| yen)", re.IGNORECASE)
LONGEST_ENGLISH = 160
MEASURED = re.compile(r"見方|意見|反対|異論|主張|割合|比率|(?<![一-龥確効])率(?:は|が|を|の|で)|シェア|何[%割本件社校位]|推移|論文数|(?:という|と言う|といった|についての?|を扱う)(?:論文|研究|文献)|論文は|根拠|出典")
LONGEST = 60
# 「根拠つきで」 asks for the works beside the advice.
BACKED = re.compile(r"[、。??]\s*(?:その)?(?:根拠|出典|裏付け|論文|エビデンス)(?:も|を|の)?(?:つき|付き|付け|つけ|込み|あり|添え|示し|教え)[^。??]{0,10}[。??]*$")


def own_case(text: str) -> bool:
    """Whether a message asks what the asker's firm is to do in one of these cases; no share of papers answers them."""
    if text.isascii():
        return len(text) <= LONGEST_ENGLISH and (EITHER_WAY.search(text) or WE_LACK.search(text)) is not None and not ASIDE_MEASURED.search(text)
    text = BACKED.sub("?", text)
    return len(text) <= LONGEST and not MEASURED.search(text) and any(case.search(text) for case in (WITHOUT_PEOPLE, PEOPLE_LACK, FEW_DATA, KEPT_IN, LITTLE, BUDGET, ENOUGH, EXIT, EITHER, HANDED, CHOOSING, WHOM, WITHOUT_BUYING))


def policy_asked(text: str) -> bool:
    """Whether a message asks what the state or the universities should do."""
    return len(text) <= LONGEST and POLICY.match(text) is not None and not MEASURED.search(text)
