"""Command line: `python -m index build | search | check | eval | add | list | remove | digest`. Results on standard output, progress and errors on standard error.

Exit codes: 0 done, 1 broken (or findings), 2 usage.
"""

import argparse
import json
import os
import sys
from pathlib import Path

from index.build import build_index, refresh_shipped
from index.cards import load_cards
from index.check import check_corpus
from index.corpus import CORPUS_FOLDER
from index.documents.commands import LOCAL, add_commands
from index.embedding import query_text
from index.errors import DataFileError, QueryError, RetrievalError
from index.evaluate import evaluate
from index.messages import japanese
from index.search import DOCUMENT, SEARCHED, Index, checked

CARDS_VARIABLE = "RASHINBAN_KNOWLEDGE"


def show_progress(done, total):
    """One updating line on standard error."""
    print(f"\r文章をベクトルにしています {done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def build(arguments):
    """`build`: with --vectors first the shipped vectors, then the index."""
    if arguments.vectors:
        kept, embedded, dropped = refresh_shipped(progress=show_progress)
        print(f"同梱ベクトル: 再利用 {kept}、追加 {embedded}、削除 {dropped}", file=sys.stderr)
    manifest = build_index(force=arguments.force, progress=show_progress)
    print(f"索引ができました: {manifest.count}件（モデル {manifest.model}）", file=sys.stderr)
    return 0


def result_row(passage):
    """Passage → the keys that --json prints."""
    row = {key: getattr(passage, key) for key in ("rank", "id", "kind", "title")}
    return row | {"text": passage.display} | {key: getattr(passage, key) for key in ("source_id", "locator", "url", "score")}


def search(arguments):
    """`search`: a readable list, or one JSON object."""
    kinds = arguments.kinds.split(",") if arguments.kinds else None
    owner = arguments.owner if arguments.owner or DOCUMENT not in (kinds or ()) else LOCAL
    checked(arguments.k, kinds, None, "fused", owner)
    query_text(arguments.query)  # a wrong question is told at once, before anything is built or loaded
    passages = Index.open_or_build(progress=show_progress).search(arguments.query, k=arguments.k, kinds=kinds, owner=owner)
    if arguments.json:
        print(json.dumps({"query": arguments.query, "results": [result_row(p) for p in passages]}, ensure_ascii=False))
        return 0
    for p in passages:
        print(f"{p.rank}. [{p.kind}] {p.title}・{p.locator}  {p.score:.3f}\n   {p.display}\n   {p.id} {p.url}".rstrip())
    return 0


def check(arguments):
    """`check`: findings as file:line, then a summary line."""
    cards = arguments.cards or os.environ.get(CARDS_VARIABLE)
    findings = check_corpus(CORPUS_FOLDER, load_cards(cards) if cards else {})
    for finding in findings:
        print(f"{os.path.relpath(finding.path)}:{finding.line}: {finding.message}")
    against = f"against the cards in {cards}" if cards else "structure only, no cards given"
    print(f"index check: {len(list((Path(CORPUS_FOLDER) / 'papers').glob('*.md')))} summaries, {len(findings)} findings ({against})")
    return 1 if findings else 0


def eval_files(arguments):
    """`eval`: a table, or one JSON object."""
    found = {way: quality.row() for way, quality in evaluate(arguments.corpus, arguments.questions, progress=show_progress).items()}
    if arguments.json:
        print(json.dumps(found))
        return 0
    print("方法    hit@1  hit@5  MRR@10  nDCG@10  中央値ms")
    for way, row in found.items():
        print(f"{way:6} {row['hit@1']:6.3f} {row['hit@5']:6.3f} {row['mrr@10']:7.3f} {row['ndcg@10']:8.3f} {row['p50_ms']:9.1f}")
    return 0


def parser():
    """The argument parser; a usage error exits with 2."""
    top = argparse.ArgumentParser(prog="python -m index")
    commands = top.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build", help="索引を作る")
    building.add_argument("--vectors", action="store_true", help="同梱ベクトルも更新する")
    building.add_argument("--force", action="store_true", help="同じ内容でも作り直す")
    building.set_defaults(run=build)
    searching = commands.add_parser("search", help="文章を探す")
    searching.add_argument("query")
    searching.add_argument("--k", type=int, default=8)
    searching.add_argument("--kinds", help=",".join(SEARCHED) + "（document は自分の資料）")
    searching.add_argument("--owner", help=f"自分の資料も探す。その持ち主（--kinds に document があれば既定は {LOCAL}）")
    searching.add_argument("--json", action="store_true")
    searching.set_defaults(run=search)
    checking = commands.add_parser("check", help="資料を点検する")
    checking.add_argument("--cards", help="事実カードのフォルダー")
    checking.set_defaults(run=check)
    add_commands(commands)
    measuring = commands.add_parser("eval", help="手元の文章と質問で、検索の質と速さを測る")
    measuring.add_argument("corpus", help='文章のファイル。1行に {"id": …, "text": …}')
    measuring.add_argument("questions", help='質問のファイル。1行に {"id": …, "text": …, "gold": [文章の id, …]}')
    measuring.add_argument("--json", action="store_true")
    measuring.set_defaults(run=eval_files)
    return top


def main(arguments=None):
    """Runs one command and returns its exit code."""
    given = parser().parse_args(arguments)
    try:
        return given.run(given)
    except RetrievalError as error:
        print(japanese(error), file=sys.stderr)
        return 2 if isinstance(error, (QueryError, DataFileError)) else 1


if __name__ == "__main__":
    sys.exit(main())
