"""What a text about an investment asks for: a plan to be calculated, changed, or chosen among several."""

import re
import unicodedata

import prompts
from assistant.models import Question
from assistant.understand.plans.investment import Investment, named_strategies, read_investment
from assistant.understand.plans.renting import two_ways
from assistant.understand.text.matcher import Text

# A document is to be made of a plan, not only spoken of: 「稟議に書いて」 but 「この稟議は成り立つか」.
DRAFTED = re.compile(r"作[っりるれ成]|書[いきく]|まと(?:め|まっ)|出力|用意|下さい|ください|欲し|ほし|頼[むみめ]|お願い|にし(?:て|たい)|に(?:でき|出来)(?:る|ます|ん|ない|そう)|起こし|仕上げ|整え|ドラフト|テンプレ|ひな(?:形|型)|雛形|draft|(?:稟議|資料|企画書|提案書|計算書)(?:を|に|で)?[。??]*$")
INVESTING = re.compile(r"(?:ai|AI|投資|始め|導入|予算|何に(?:使|回|充)|どう使|使い道|使途)")


# 「それを共有クラウドでやると?」 「共同研究に回したらどうなる」
DONE_SO = re.compile(r"(?:で|に|として|へ)(?:や|す(?=る)|し|切り替え|変え|替え|乗り換え|進め|い[くっ]|行[くっ]|回[しすせ]|投じ|かけ|置き換え|振り向け)(?:る|った|た|く)?(?:と(?:したら|すると|すれば)?|ら|なら|れば|ば|場合は?|ケースは?)、?(?:どう|どない|なんぼ|いくら|どれ)?[^。0-9]{0,12}$")


def changes_investment(text: str) -> bool:
    """Whether a short text changes an assumption of what was calculated before (「10年だと?」), or asks for another strategy."""
    told = read_investment(text)
    if told.strategies and Investment(strategies=told.strategies) == told and not told.same:
        return bool(DONE_SO.search(text) or re.search(r"(?:だと|だったら|なら|では|の場合|はどう|は)(?:どう(?:なる|です)?か?)?[?？。]*$", text))
    return told != Investment()


REACHES = re.compile(r"足り|どこまで|行け|いけ|でき|何が|どう|割に合|採算|収ま|間に合|始め|やりたい|やる|十分")  # what the money is asked to do


def changes_plan(text: str) -> bool:
    """Whether a text names a plan and asks what a change of one of its costs makes of it (「共有クラウドの人件費を2割減らせたら?」)."""
    words, lowered = prompts.lexicon("investment"), unicodedata.normalize("NFKC", text).lower()
    told = read_investment(text)
    plans = [name for name in told.strategies if name in ("prototype", "cloud", "joint")]
    changed = any(getattr(told, name) is not None for name in ("labour", "staff", "production", "delay", "subsidy", "granted", "fund", "budget")) or bool(told.chances) or any(kind != "benefit" for kind, _ in (*told.factors, *told.differences))
    spent = (told.fund is not None or told.limited) and REACHES.search(lowered)
    return bool(plans and changed and (told.conditional or spent)) and not any(word in lowered for word in words["of_papers"])


# 「PoCと共同研究の二択なら?」: one of the two that are named.
EITHER = re.compile(r"[二2]択|二者択一|[二2]つに[一1]つ|[二2]つのうち|(?:どちら|どっち|いずれ)か(?:一方|片方|[一1]つ|を|に|なら|だけ|$)|(?:選ぶ|選べ|勧め|すすめ|推す|推し|取る|採る|絞る)[^。、]{0,4}(?:なら|とした|ば)|(?:なら|だと|だったら|では|で)(?:どっち|どちら)(?![^。]*(?:から|先))")


def either_of(text: str) -> bool:
    """Whether a text wants one of the two plans that it names."""
    words, lowered = prompts.lexicon("investment"), unicodedata.normalize("NFKC", text).lower()
    plans = [name for name in named_strategies(lowered, words) if name in ("prototype", "cloud", "joint")]
    return len(plans) == 2 and EITHER.search(lowered) is not None and not any(word in lowered for name in ("of_papers", "in_order") for word in words[name])


def weighs_plans(text: str) -> bool:
    """Whether a text asks which of several plans it names to take or to begin with (「共同研究と共有クラウド、どっちから始めるのが得?」)."""
    words, lowered = prompts.lexicon("investment"), unicodedata.normalize("NFKC", text).lower()
    plans = [name for name in named_strategies(lowered, words) if name in ("prototype", "cloud", "joint")]
    told = {name: any(word in lowered for word in words[name]) for name in ("which", "weighed", "of_papers")}
    chosen = any(word in lowered for word in words["chosen"]) and not any(word in lowered for word in words["in_order"])
    return either_of(text) or len(plans) > 1 and told["which"] and (told["weighed"] or chosen) and not told["of_papers"]


MONEY = re.compile(r"[0-9一二三四五六七八九十百千](?:,[0-9]{3})*(?:\.[0-9]+)?\s*(?:[万億千百]|円|yen|million|[MmKk](?![A-Za-z]))", re.IGNORECASE)


# 「5年でどうや」 「やる価値ある?」 「どう思いますか」: a judgement of what was told is wanted.
JUDGED = re.compile(r"どう(?:や|です|でしょう|だろう|かな|か[なね]|思[いうっ]|見[るま]|な[るりん]|[??。]|$)|(?:やる|入れる|買う|払う|導入する|踏み切る)(?:だけの)?価値|見合[いうっ]|割(?:に|が)合|得[かで]|損[かで]|ペイ|(?:やって|入れて|買って|進めて)(?:も)?(?:いい|良い|よい|ええ|大丈夫)|いけ(?:る|ます|そう)|(?:アリ|あり)(?:です|か|かな|[??。]|$)")


# Something else is asked beside the amounts.
ASKS = re.compile(r"[??]|何[がをのに]|なに|どう|どれ|どこ|いくら|なぜ|なんで|教えて|とは|ですか|ますか|でしょうか|論文|会議|参加率|割合")


def tells_plan(text: str) -> bool:
    """Whether a text tells what is spent (once, or by the year) and what it brings, with the years, a rate or a question of return beside
    them, or an outlay and an effect and nothing else: a calculation is wanted, whatever else is said around it."""
    if len(MONEY.findall(text)) < 2:
        return False
    told = read_investment(text)
    spent = any(amount is not None for amount in (told.outlay, told.cost, told.budget)) or told.paid
    asked = any(word in text.lower() for word in prompts.lexicon("intents")["roi"]) or JUDGED.search(text) is not None
    alone = not told.unused and ASKS.search(text) is None
    return spent and told.benefit is not None and (told.years is not None or told.rate is not None or asked or alone)


# 「GPUは買うのと借りるの、どっちだ」: a machine, both ways to have it, and a choice between them.
MACHINE = re.compile(r"gpu|グラボ|サーバ|計算機|マシン|計算資源|ワークステーション", re.IGNORECASE)
BOUGHT, RENTED = re.compile(r"買[いうえおっわ]|購入|自前|所有|自社で持"), re.compile(r"借り|レンタル|クラウド|時間貸し|従量")
WEIGHED = re.compile(r"どっち|どちら|いい|良い|よい|ええ|方が|ほうが|べき|得|有利|安[いくう]|迷")


def weighs_renting(text: str) -> bool:
    """Whether a text asks to choose between buying a machine and renting one."""
    return all(form.search(text) for form in (MACHINE, BOUGHT, RENTED, WEIGHED))


def rents_or_buys_anew(text: str, previous: Question | None) -> bool:
    """Whether such a choice is to be calculated by itself: on the asker's own prices, or after a plan that was no such choice."""
    told = read_investment(text)
    if told.benefit is None and told.outlay is not None and (told.rent is not None or told.price is not None and RENTED.search(text)) and (BOUGHT.search(text) or two_ways(text)):
        return DRAFTED.search(text.lower()) is None
    if not weighs_renting(text) or DRAFTED.search(text.lower()):
        return False
    if told.price is not None and told.outlay is not None:
        return previous is None or not weighs_renting(previous.topic) or told.hours is not None
    if previous is None or previous.intent != "roi":
        return told.outlay is not None and told.benefit is None
    return not weighs_renting(previous.topic)


def begins_plan(text: str) -> bool:
    """Whether a message tells a plan to be calculated, and no document or words of it are to be made."""
    return tells_plan(text) and not DRAFTED.search(text.lower())


def calculated(text: Text, intent: str) -> bool:
    """Whether a text, read as `intent`, asks for a plan to be calculated all the same."""
    if intent == "document":
        return not DRAFTED.search(text.lowered) and tells_plan(text.folded)
    return tells_plan(text.folded) or weighs_plans(text.folded) or changes_plan(text.folded)


def sized_or_funded(text: str) -> bool:
    """Whether a text about investing tells how large the company is or what it may spend: 「社員80人の会社です」 「予算300万円で」."""
    told = read_investment(text)
    return INVESTING.search(text) is not None and bool(told.employees or told.fund)
