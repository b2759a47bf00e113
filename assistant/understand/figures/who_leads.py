"""「要はAI研究って誰が引っ張っているのか」: who publishes most, whatever occasion the answer is for, written as the question that the figures answer."""

import re

RESEARCH = r"(?:AI|ai|人工知能)(?:の)?(?:研究|業界の研究|開発の研究)"
WHO = r"(?:誰|だれ|どこ(?!まで|から)|どの(?:組織|機関|会社|企業|大学))"
LEAD = r"(?:やって|行って|進めて|して(?:い)?る|引っ張|ひっぱ|牽引|けん引|リード|主導|先導|率い|動か(?:し|す)|引き起こ|支え|担っ|担う|仕切|回し)"
LEADER = r"(?:主役|中心(?:的な存在|人物|地)?|主導者|牽引役|けん引役|引っ張り役|担い手|立役者|先頭)"
LED = re.compile(rf"{RESEARCH}(?:って|は|を|の|とは|というのは)?、?(?:今|いま|結局|実際|本当は|世界で)?、?(?:{WHO}が、?[^。、]{{0,8}}?{LEAD}|{LEADER}(?:は|って)、?(?:今|いま|結局)?(?:は)?、?{WHO}|{WHO}が、?(?:今|いま|結局)?(?:の)?{LEADER}|[^。、]{{0,6}}?{LEAD}[^。、]{{0,8}}?(?:の|ん|人|組織|会社|企業|機関|大学)(?:は|って)、?{WHO})|{WHO}が、?(?:今|いま|結局)?{RESEARCH}を、?[^。、]{{0,6}}?{LEAD}")
WORDS = re.compile(r"論文(?:は|を)|と(?:いう|言)|言い方|フレーズ|セリフ|一言|一文|秒で|言える|話せる|スピーチ|なぜ|どうして|べき|これから|将来|日本|国(?:が|は)|分野")
ASKED = "AI会議で論文の割合が高い機関の上位5位はどこですか"


def who_leads(text: str) -> str:
    """The plain question for such a message; any other message as it is."""
    match = LED.search(text)
    return ASKED if match is not None and not WORDS.search(text) else text
