"""When a plan is to be given up: 「撤退基準は?」 「どうなったらやめる?」 「いつ見切りをつける?」."""

import re

STOP = (
    r"(?:撤退|打ち切[りるっ]|打切り?|中止|中断|見切り|損切り?|手じまい|断念|店じまい|やめ(?:る|時|どき|ます|ん|た(?:ら|方|ほう)?|よう|られ)|辞める|止め(?:る|時|どき|ます|よう)|畳[むめみ]|たた(?:む|み)|引き揚げ|引き上げ(?:る)?時|"
    r"手を?引[くいき]|身を?引[くき]|諦め|あきらめ|ギブアップ|白旗|ストップ|失敗(?:とみな|と判断|と判定|認定))"
)
LINE = r"(?:基準|条件|ライン|目安|判断|線引き?|タイミング|時期|時点|頃合い?|潮時|期限|しきい値|閾値|サイン|兆候|シグナル|ルール|ポイント|決め方|決めかた|決め時)"
WHEN = r"(?:いつ|どうなったら|どうなれば|どうなると|どこまで(?!や)|どこで|どの(?:時点|段階|辺|へん|あたり|くらい|タイミング)|どないなったら|どげんなったら|どんな(?:時|とき|状態|状況|数字|結果)|(?:何|なに)が(?:どう|だめ|ダメ|駄目|悪|起き|あ)|(?:何|なん)(?:か|ヶ|カ|ケ)月|(?:何|なん)年(?:目)?で|いくら(?:まで|を)?(?:下回|割|減|落|足り)|どれ(?:だけ|くらい|ぐらい)(?:悪|下回|割|減|落))"
EXITS = re.compile(rf"{STOP}[^。、??]{{0,6}}{LINE}|{LINE}[^。、??]{{0,4}}(?:で|を)[^。、??]{{0,4}}{STOP}|{WHEN}[^。??]{{0,18}}{STOP}|{STOP}[^。、??]{{0,8}}(?:いつ|どこ|どうなったら|どの(?:時点|段階|タイミング))|引き際|引きどき|引き時|やめどき|やめ時|止め時|止めどき|潮時|エグジット(?:の)?(?:基準|条件)|exit criteria|kill criteria|stop[- ]?loss", re.IGNORECASE)
# A piece of a document or of words to say, a value of the option to stop, and what others did.
OTHERWISE = re.compile(r"稟議|提案書|資料|word|ワード|excel|エクセル|パワポ|スライド|言い方|一言|ひとこと|スピーチ|挨拶|価値|権利|論文|他社|競合|ライバル|事例|統計|何割が|割合|確率|(?:聞|訊|き|問わ|言わ|突っ込ま)(?:か)?れたら", re.IGNORECASE)
LONGEST = 50  # characters


def exits_asked(text: str) -> bool:
    """Whether a text asks at what result, or when, a plan is to be given up."""
    return len(text) <= LONGEST and EXITS.search(text) is not None and OTHERWISE.search(text) is None
