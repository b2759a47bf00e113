"""Japanese wording of this package's errors for the command line and the screens; the English detail follows in the log."""

from index import errors

SENTENCES = {
    errors.CorpusError: "資料ファイルを読めません。{detail}",
    errors.QueryError: "検索する言葉を読み取れません。文字を含む言葉で、指定の種類をご確認ください。{detail}",
    errors.IndexMissing: "索引がまだありません。`python -m index build` で作成してください。",
    errors.IndexMismatch: "索引が今の資料や埋め込みモデルと合いません。`python -m index build` で作り直してください。{detail}",
    errors.IndexBroken: "索引が壊れています。`python -m index build --force` で作り直してください。{detail}",
    errors.IndexLocked: "別の処理が索引を作成しています。終わるまでお待ちください。",
    errors.FolderNotWritable: "索引のフォルダーに書き込めません。空き容量を確かめ、環境変数 RASHINBAN_HOME に書き込めるフォルダーを指定してください。{detail}",
    errors.EmbeddingUnavailable: "埋め込みモデルを読み込めません。必要なライブラリの導入と RASHINBAN_EMBEDDING_MODEL の設定をご確認ください。{detail}",
    errors.ServerUnavailable: "Chromaサーバーに接続できません。サーバーの起動と、環境変数 CHROMA_URL の設定をご確認ください。{detail}",
    errors.RerankerUnavailable: "並べ替えのモデルを読み込めません。環境変数 RASHINBAN_RERANKER の設定をご確認ください。{detail}",
    errors.RetrievalError: "検索の処理で問題が起きました。{detail}",
}


def japanese(error):
    """Sentence for a RetrievalError, with its English detail in brackets where that names what to mend."""
    if isinstance(error, errors.DataFileError):
        return f"{error.path} の{error.line}行目: {error.japanese}"
    if own := getattr(error, "japanese", None):  # errors of users' documents word themselves
        return own
    sentence = next(SENTENCES[cls] for cls in type(error).__mro__ if cls in SENTENCES)
    return sentence.format(detail=f"（{error}）")
