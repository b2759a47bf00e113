"""Questions told by their form, whatever they name: what may be done with our numbers, whether all this concerns a firm like the asker's, and how
many firms of a place or trade use AI."""

import re

from assistant.models import Question
from assistant.understand.plans.investment_asked import weighs_plans
from assistant.understand.text.matcher import Text
from assistant.understand.words.own_case import BENEFIT

# 「この数字、記事に引用していいですか」「ライセンスは?」「出典の書き方」: what may be done with our numbers, and how they are credited.
PUT = r"(?:引用|転載|掲載|転用|二次利用|再利用|公表|公開|配布|載せ|使っ|使用し|利用し|出し|書い)"
ALLOWED = r"(?:いい|良い|よい|ええ|大丈夫|構わ|かまわ|問題|可能|できます|できる|許可|許諾|許され|差し支え|OK|ok)"
OURS = r"(?:数字|数値|データ|統計|集計|図表?|グラフ|チャート|表|結果|値|割合|これ|それ|回答|答え|内容)"
PLACE_TO_PUT = r"(?:記事|新聞|雑誌|社外|外部|ブログ|サイト|ホームページ|HP|プレス|資料|論文|報告書|レポート|IR|本|スライド|講演|発表|SNS|メール|手紙|社内報)"
LICENCE = re.compile(
    rf"{OURS}[^。??]{{0,16}}{PUT}(?!て(?:もら|いただ|頂|くれ|くださ))[^。??]{{0,8}}(?:も|は|って|て)*{ALLOWED}|{PLACE_TO_PUT}(?:に|へ|で)(?:[^。、??]{{0,14}}を)?(?:そのまま|も)?(?:引用|転載|掲載|載せ)[^。??]{{0,8}}{ALLOWED}|"
    rf"(?:{OURS}|ここ|この(?:サービス|チャット))[^。??]{{0,10}}(?:ライセンス|利用条件|使用条件|利用規約|著作権)|(?:見せ|配[っるりれ]|出[しすせ]|渡[しすせ]|載せ|回[しすせ]|使[っうい]|公開し)[^。、??]{{0,6}}(?:は|も|て|と|なら|場合)?、?(?:著作権|権利(?:関係|上)?|ライセンス|規約)[^。、??]{{0,8}}(?:平気|大丈夫|問題|引っかか|触れ|クリア|どうな|気に)|著作権[^。??]{{0,20}}(?:要約|グラフ|図|数字)を(?:配|使|載|見せ|渡)|ライセンス(?:は|って)(?:何|どう|どんな|なん)|^ライセンスは?[??]?$|"
    r"(?:出典|出所|引用元|クレジット)(?:の)?(?:書き方|表記|示し方|記載|入れ方|付け方|明記)|(?:出典|クレジット)(?:は|を)[^。]{0,8}(?:どう|何と)(?:書|表記|記|入れ|示|付け)|どう(?:引用|出典を書)"
)
NOT_OURS = re.compile(r"被引用|成果を|組んで|組む|共同研究|生成ai|引用(?:数|回数|され(?!て(?:いい|も|良))|シェア)|llama|gpt|モデルの|ソフト|特許|コードの|」|という|弱点|限界|会議で|総会で|役員会で|医療|安全保障")
# 「うちみたいな地方の建設会社にも関係ある?」: whether this concerns the firm of the asker.
MINE = r"(?:従業員[0-9]|社員[0-9]|うち|当社|弊社|自社|わが社|我が社|私(?:の|たち|ども)|我々|会社|企業|業(?:界|種|者|$|の|に|で|は|も)|工務店|工場|商店|店|農家|[一-龥ァ-ヴー]{1,4}屋|旅館|ホテル|病院|学校|メーカー|卸|問屋|小売|建設|食品|製造|運送|物流|介護|不動産|銀行|信金|信用金庫|中小|零細|地方|田舎|経営者|社長)"
CONCERNS = re.compile(
    rf"{MINE}[^。??]{{0,30}}(?:関係|縁|関わり)(?:が|は|の|って|なんて)?(?:ある|あり|あん|ない|なさ|無い)|{MINE}[^。??]{{0,30}}(?:関係し|関わって|関わり)(?:てき|てく|て来|き|く|ま)[^。??]{{0,4}}(?:か|の|ん|[??])|(?:関係|縁)(?:が|は|の)?(?:ある|あり|ない)[^。??]{{0,12}}{MINE}|{MINE}[^。??]{{0,24}}(?:他人事|無縁|無関係|別世界の話|関係な)|"
    rf"{MINE}[^。??]{{0,20}}(?:にも?|でも?|が|は)[^。??]{{0,12}}(?:AI|ai|計算資源|論文|統計|データ|数字|話|これ|知る)[^。??]{{0,16}}(?:必要(?:です|なの|なん|が?ある|が?あり|か|[??])|要る(?:の|か|ん)|役に立|役立|意味(?:は|が|って)?(?:ある|あり|ない|あん)|知る意味)|"
    rf"(?:AI|ai|計算資源|論文|統計|データ|数字|話|これ)[^。??]{{0,16}}{MINE}[^。??]{{0,20}}(?:必要(?:です|なの|なん|が?ある|が?あり|か|[??])|役に立|役立|意味(?:は|が|って)?(?:ある|あり|ない))|"
    r"なぜ[^。??]{0,10}(?:経営者|社長|役員|うち|会社)[^。??]{0,20}(?:論文|統計|データ|数字)[^。??]{0,12}(?:見る|知る|読む|気にする|追う)"
)
NOT_CONCERN = re.compile(r"数字(?:も|が)?、?(?:必要|要[るりっ]|欲し|ほし|お願い|教え)|共著|論文で(?:は)?、?(?:どう|何と|なんと)|切り返|返す|一言|と言[うわ]|言い返|とは|って何|何の話|(?<![a-z])(?!ai|gpu|dx|it)[a-z]{3,}|と[^。、]{1,10}(?:に|の|は)関係|かける|投資|投じ|雇|[A-Za-zァ-ヴー一-龥]{2,}(?:制度|プログラム|補助)|共同研究|割合は|参加率|何%|何件|何社|論文は(?:あり|ある)|因果|相関|一番|順位|ランキング|どう(?:始|すれ)|何から|万円|億円")
# 「だから何?」「それが何か?」
SO_WHAT = re.compile(r"^(?:で[、,]?)?(?:(?:だから|それが|それで|これが|だとして|だとしたら)[、,]?(?:何|なに|なん)(?:か|なの|なん|だ|です|だって(?:言うの|いうの)?|が(?:言いたい|問題)|か問題)?(?:です|なの|の|ん)*(?:か|よ|ね)*|(?:それが|だから)どうした(?:の|ん)?(?:です)?か?|で、?何が言いたい(?:の|ん)?(?:です)?か?|so what)[。??!]*$", re.IGNORECASE)
# 「うちの県でAIを入れてる建設会社は何社ある?」: firms counted by place, trade or use.
FIRMS_COUNTED = re.compile(r"(?:会社|企業|社|同業(?:他社|者)?|とこ(?:ろ)?|業者|工務店|工場|メーカー|事業者|店|病院|銀行|法人|組織|ところ)(?:は|って|が|の数(?:は|って)?)?[^。??]{0,8}(?:何社|何件|何軒|何店|何ヶ?所|いくつ)|(?:何社|何軒)(?:くらい|ぐらい|ほど)?(?:が|の(?:会社|企業))?[^。??]{0,16}(?:導入|入れて|使って|活用|取り組|始め)|(?:企業数|社数|会社の数|導入社数)(?:は|って|を)")
LOCAL_SHARE = re.compile(r"(?:[県市府都道区町村]内|地域内|管内|当県|本県|本市|当市|うちの[県市町])の?[^。]{0,8}(?:企業|会社|事業者|事業所)[^。]{0,20}(?:何%|何割|何パーセント|割合|率は|どのくらい|どれくらい|いくつ)")
IN_USE = re.compile(r"(?:AI|ai|生成AI|GPU|gpu|人工知能|ロボット)[^。??]{0,12}(?:導入|入れ|使|活用|取り組|始め|持)|(?:導入|活用)(?:社数|企業数)")
OF_PAPERS = re.compile(r"論文|会議|学会|共著|ランキング|採択|発表")

# 「金も人もない会社はどこから手を付ければいい?」: where to begin, though it asks どこ and names firms.
BEGIN = re.compile(r"(?:どこ|何|なに)から(?:先に|まず)?、?(?:手を(?:付|つ)け|着手|取り(?:組|掛|かか)|始め(?:れば|たら|る(?:べき|の))|はじめ(?:れば|たら|る(?:べき|の)))")

# 「GPU不足はいつ解消しますか」「日本が追いつくのはいつ?」: what is to come.
WHEN = re.compile(r"(?:いつ(?:頃|ごろ|まで)?|何年後)(?:に|には|は|、)?[^。??た]{0,8}(?:(?:解消|実現|普及|復活)(?:する|します|され|でき)|収ま[るり]|始ま(?:る|ります)|追いつ[くき]|追い越[すし]|追い抜[くき])(?!た|まし)|(?:(?:解消|実現|普及|復活)する|収まる|追いつく|追い越す|追い抜く)(?:の|こと)?(?:は|って)(?:いつ|何年後)")


# 「GPUは何枚要る?」: how many machines, of no plan and no paper.
MACHINES = re.compile(r"^(?:で|じゃあ?|では|結局|ちなみに|うち(?:だ|の場合)と?|うちには?|自社には?|当社には?)?[、,]?(?:GPU|gpu|グラボ|グラフィックボード|サーバー?|マシン|計算機)(?:は|って|を|が)?、?(?:全部で|大体|だいたい|最低(?:でも)?|結局)?(?:何(?:枚|台|基|個)|いくつ|どれ(?:くらい|だけ|ほど))(?:くらい|ぐらい|ほど|あれば)?、?(?:要|必要|いる(?:の|ん|か|[??]|$)|いり|買え|買う|用意|そろえ|揃え|足り|十分|いい(?:の|ん|か|です))")


# 「いちばん論文を書いている先生のお名前は」: a person put first by papers, of whom nothing is counted.
FIRST = r"(?:一番|いちばん|1番|最も|もっとも|最多|(?:誰|だれ)よりも|トップ)"
PERSON_FIRST = re.compile(rf"(?:{FIRST}[^。??]{{0,14}}論文|論文[^。??]{{0,10}}{FIRST})[^。??]{{0,14}}?(?:書[いくか]|出し|出す|発表|通し|執筆|多い|量産|抱え)[^。??会大企]{{0,6}}?(?P<who>先生|教授|研究者|学者|著者|書き手|執筆者|個人|人物|人|方)(?:の(?:お)?名前|の(?:お)?氏名|は、?(?:誰|だれ|どなた|どの|何という)|って(?:誰|だれ|どなた)|を(?:教え|挙げ|知り)|が誰|[。??]|$)")


def by_form(text: Text) -> Question | None:
    """The question of one of these kinds, whatever it names; None for any other."""
    asked = Question(text=text.folded, intent="limits", resolved=text.folded, topic=text.folded)
    if (FIRMS_COUNTED.search(text.folded) or LOCAL_SHARE.search(text.folded)) and IN_USE.search(text.folded) and not OF_PAPERS.search(text.folded):
        return asked.with_(intent="paper", blocker="scope_firms_counted")
    if (person := PERSON_FIRST.search(text.folded)) is not None:
        return asked.with_(intent="figure", blocker="scope_people", blocker_details={"name": person["who"]})
    if WHEN.search(text.folded):
        return asked.with_(intent="figure", blocker="scope_when")
    if MACHINES.search(text.folded):
        return asked.with_(intent="figure", blocker="scope_machines")
    if licence_asked(text.folded):
        return asked
    if BEGIN.search(text.folded) and not OF_PAPERS.search(text.folded) and not weighs_plans(text.folded):
        return asked.with_(intent="strategy")
    return asked.with_(intent="strategy") if concern_asked(text.folded) else None


def licence_asked(text: str) -> bool:
    """Whether it is asked what may be done with our numbers, or how they are credited."""
    return bool(LICENCE.search(text)) and not NOT_OURS.search(text.lower())


def concern_asked(text: str) -> bool:
    """Whether it is asked if all this concerns a firm like the asker's, or what it matters."""
    return SO_WHAT.match(text) is not None or BENEFIT.search(text) is not None and not OF_PAPERS.search(text) or bool(CONCERNS.search(text)) and not NOT_CONCERN.search(text.lower())
