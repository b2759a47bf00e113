"""Command line of the benchmarks."""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description="速さと大きさを測り、表にして出します")
    commands = parser.add_subparsers(dest="command", required=True)
    latency = commands.add_parser("latency", help="質問から回答までの時間（プロセス内）")
    latency.add_argument("--rounds", type=int, default=3, help="質問の一覧を何回繰り返すか")
    start = commands.add_parser("start", help="起動から最初の応答までの時間とメモリ")
    start.add_argument("--runs", type=int, default=3)
    page = commands.add_parser("page", help="ブラウザでの時間（chromium が必要）")
    page.add_argument("--runs", type=int, default=5)
    scale = commands.add_parser("scale", help="論文データの大きさと、数える時間・メモリ（pandas と Dask）")
    data = os.environ.get("RASHINBAN_DATA")
    scale.add_argument("--data", type=Path, default=data, required=data is None, help="papers.parquet などがあるフォルダ")
    scale.add_argument("--large", action="store_true", help="4,000万行も測る（時間とディスクを使う）")
    scale.add_argument("--rows", type=int, help="この行数だけを測る")
    retrieval = commands.add_parser("retrieval", help="検索の質・時間・メモリ（文章 1,000〜100,000件）")
    retrieval.add_argument("--sizes", type=int, nargs="+", help="文章の数")
    corpora = commands.add_parser("corpora", help="ほかの文章と質問での検索の質（名前.corpus.jsonl と 名前.questions.jsonl の組）")
    corpora.add_argument("folder", type=Path, help="組を置いたフォルダ")
    ingest = commands.add_parser("ingest", help="自分の資料を追加する速さとメモリ（形式ごと）")
    ingest.add_argument("--pages", type=int, default=200, help="1,000字を1ページとして、何ページの読み取りを測るか")
    ingest.add_argument("--added", type=int, default=20, help="何ページの追加（ベクトル化まで）を測るか")
    ingest.add_argument("--kinds", nargs="+", default=None, help="測る形式（既定はすべて）")
    verifier = commands.add_parser("verifier", help="回答の照合が、うそを見つけ、正しい言い換えを通す割合")
    verifier.add_argument("--each", type=int, default=2, help="回答ごと・種類ごとに作る数")
    verifier.add_argument("--show", type=int, default=5, help="判定の誤りを表ごとに何件まで見せるか")
    learn = commands.add_parser("learn", help="質問の読み取りの重みを tests/questions から学び直す")
    learn.add_argument("--check", action="store_true", help="学ばずに、ファイルを1つずつ除いて学んだときの正しさを表にする")
    commands.add_parser("meanings", help="辞書にない言葉の意味を測るベクトルを作り直す")
    commands.add_parser("queries", help="数字の問い合わせ1件の時間（カードの種類・指標ごと、初回と2回目から）")
    coverage = commands.add_parser("coverage", help="一般化合成コントロールの95%%区間が、植えた効果を含む割合（模擬データ）")
    coverage.add_argument("--panels", type=int, default=200, help="作り方ごとの模擬データの数")
    coverage.add_argument("--draws", type=int, default=199, help="ブートストラップの回数")
    coverage.add_argument("--designs", nargs="+", default=None, help="測る作り方（既定はすべて）")
    load = commands.add_parser("load", help="大勢が同時に使うときの時間・誤り・メモリ（HTTP）")
    load.add_argument("--managers", nargs="+", default=["20", "50"], help="人数。300@20 は、考える時間20秒の300人")
    load.add_argument("--seconds", type=float, default=30, help="人数ごとに何秒測るか")
    load.add_argument("--think", type=float, default=0, help="回答を読む時間の平均（秒）")
    load.add_argument("--replicas", type=int, nargs="+", default=[], help="nginx の後ろに並べるアプリの数（例 1 2 4。nginx と PostgreSQL が必要）")
    kill = commands.add_parser("kill", help="使っている途中で kill -9 を繰り返し、確定したものが残るか、何秒で戻るか")
    kill.add_argument("--kills", type=int, default=50)
    hostile = commands.add_parser("hostile", help="悪意のある入力を種類ごとに試し、断った数・無害にした数・失敗の数")
    reliability = commands.add_parser("reliability", help="docs/reliability.md の表を、残してある結果から書き直す")
    reliability.add_argument("--tests", nargs="*", metavar="試験", help="先に、故障の表の試験を実行する（名前がなければすべて）")
    soak = commands.add_parser("soak", help="相談を次々に続けたときの、メモリ・スレッド・ファイルの増え方（HTTP）")
    soak.add_argument("--conversations", type=int, default=2000)
    soak.add_argument("--minutes", type=float, default=30, help="長くても何分で終えるか")
    fuzz = commands.add_parser("fuzz", help="読み取り・照合・取り込みに、でたらめな入力を atheris で与え続ける")
    fuzz.add_argument("--seconds", type=float, default=60, help="1つの対象に何秒かけるか")
    fuzz.add_argument("--targets", nargs="+", default=None, help="対象（既定はすべて）")
    fairness = commands.add_parser("fairness", help="重い資料を加える間、ほかの人の回答がどれだけ遅れるか（HTTP）")
    fairness.add_argument("--managers", type=int, default=10)
    fairness.add_argument("--think", type=float, default=3, help="回答を読む時間の平均（秒）")
    fairness.add_argument("--pages", type=int, default=300, help="1,000字を1ページとして、何ページの資料を加えるか")
    fairness.add_argument("--seconds", type=float, default=60, help="資料なしで、前と後にそれぞれ何秒測るか")
    for keeping in (kill, hostile, soak, fuzz, load, fairness):
        keeping.add_argument("--record", action="store_true", help="結果を bench/results に残す（docs/reliability.md の表になる）")
    llm = commands.add_parser("llm", help="本物の言語モデルの回答：表示できた割合・作られた数字・時間（LLM_MODEL などを設定して使う）")
    llm.add_argument("--questions", type=int, default=200)
    llm.add_argument("--out", type=Path, help="1件ごとの記録（JSON Lines）。途中で止めても、同じ指定で続きから測れる")
    llm.add_argument("--server", type=int, help="モデルのサーバーのプロセス番号（CPU時間も測るとき）")
    options = parser.parse_args(arguments)
    if options.command == "llm":
        from bench.llm import run

        return run(options.questions, options.out, options.server)
    if options.command == "kill":
        from bench.kill import run

        return run(options.kills, options.record)
    if options.command == "fuzz":
        from bench.fuzz import run
        from bench.fuzz_targets import TARGETS

        return run(options.targets or list(TARGETS), options.seconds, options.record)
    if options.command == "soak":
        from bench.soak import run

        return run(options.conversations, options.minutes, options.record)
    if options.command == "hostile":
        from bench.hostile import run

        return run(options.record)
    if options.command == "reliability":
        from bench.reliability import run

        return run(options.tests)
    if options.command == "load":
        from bench.load import run

        return run(options.managers, options.seconds, options.think, options.replicas, options.record)
    if options.command == "fairness":
        from bench.fairness import run

        return run(options.managers, options.think, options.pages, options.seconds, options.record)
    if options.command == "latency":
        from bench.latency import run

        run(options.rounds)
    elif options.command == "start":
        from bench.start import run

        run(options.runs)
    elif options.command == "verifier":
        from bench.verifier import run

        run(options.each, options.show)
    elif options.command == "learn":
        from bench.learn import run as run_learn

        return run_learn(options.check)
    elif options.command == "meanings":
        from bench.meanings import run

        run()
    elif options.command == "queries":
        from bench.queries import run

        run()
    elif options.command == "coverage":
        from bench.coverage import DESIGNS, run

        run(options.designs or list(DESIGNS), options.panels, options.draws)
    elif options.command == "scale":
        from bench.scale import run

        run(options.data, options.large, options.rows)
    elif options.command == "retrieval":
        from bench.retrieval import SIZES, run

        run(options.sizes or SIZES)
    elif options.command == "corpora":
        from bench.corpora import run

        run(options.folder)
    elif options.command == "ingest":
        from bench.ingest import run

        run(options.pages, options.added, options.kinds)
    else:
        from bench.page import run

        run(options.runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
