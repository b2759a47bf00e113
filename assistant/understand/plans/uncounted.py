"""What a calculation leaves out or treats in its own way, asked of a plan: 「減価償却は入ってる?」 「税込みの金額だけどいいの?」 「リースにしたら?」 「銀行は何を見る?」."""

import re

LONGEST = 44  # characters
KINDS = (
    ("bank", re.compile(r"(?:銀行|信金|信用金庫|金融機関|融資(?:担当|の審査|審査)|貸し手|メインバンク|公庫|支店長)[^。??]{0,16}(?:見[るらてま]|見せ|聞[いかき]|訊|気に[すし]|重視|審査|評価|納得|関心|通[るりっ]|貸[すしせ]|チェック|突っ込|判断|問わ|知りた)|(?:融資|借入)(?:の審査|審査)(?:で|は|に)")),
    ("vat", re.compile(r"消費税|税込み?|税抜き?|税別|内税|外税|インボイス")),
    ("write_off", re.compile(r"減価償却|償却(?!資産)|耐用年数")),
    ("lease", re.compile(r"リース|割賦|分割払い|月賦")),
    ("loan", re.compile(r"借入|借り入れ|借金|ローン|融資|利息|利子|支払金利|返済")),
    ("residual", re.compile(r"残存価[値額]|下取り|(?:売却|転売)(?:益|額|したら|できたら|する)|中古で売")),
    ("prices", re.compile(r"インフレ|物価|値上がり|値上げ|賃上げ|賃金の上昇|ベースアップ")),
)  # fmt: skip
ASKED = re.compile(r"どれ(?:だけ|くらい|ぐらい|ほど)|いくら|なんぼ|入って|入れて|入る|含[まむんめ]|考え|考慮|どう|扱[いっう]|計算(?:して|に|は|されて)|見て|見込|見る|反映|織り込|込み|べき|必要|いい[のか]|ええ|大丈夫|(?:は|って|も|なら|だと|たら|れば|場合は?|のほうは|の方は)[??。]*$|[??]$")
MONEY = re.compile(r"[0-9](?:万|億|千|百|円)")
OF_OTHERS = re.compile(r"論文|会議|学会|参加率|モデルの学習|学習(?:の)?費用|gpt|チップ|統計", re.IGNORECASE)


def uncounted(text: str) -> str | None:
    """Which of these a text asks about; None for any other, and where it tells an amount."""
    if len(text) > LONGEST or MONEY.search(text) or OF_OTHERS.search(text):
        return None
    kind = next((name for name, form in KINDS if form.search(text)), None)
    return kind if kind == "bank" or kind is not None and ASKED.search(text) else None
