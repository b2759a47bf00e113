"""Real but tiny models in a folder, with random weights: they load and run as bigger ones do."""

CHARACTERS = "abcdefghijklmnopqrstuvwxyz企業論文大学費用問答検索のはがをにでと。、:"


def settings_and_tokenizer(folder):
    """BertConfig and a saved tokenizer of single characters."""
    from transformers import BertConfig, BertTokenizerFast

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *CHARACTERS]), encoding="utf-8")
    tokenizer = BertTokenizerFast(vocab=str(folder / "vocab.txt"))
    tokenizer.save_pretrained(folder)
    return BertConfig(vocab_size=len(CHARACTERS) + 5, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16, max_position_embeddings=64)


def save_cross_encoder(folder, outputs=1):
    """A CrossEncoder with so many outputs."""
    import torch
    from transformers import BertForSequenceClassification

    torch.manual_seed(1)
    config = settings_and_tokenizer(folder)
    config.num_labels = outputs
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def save_embedder(folder):
    """A sentence-transformers model of 16 numbers."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertModel

    torch.manual_seed(2)
    config = settings_and_tokenizer(folder / "words")
    BertModel(config).save_pretrained(folder / "words")
    layer = Transformer(str(folder / "words"))
    SentenceTransformer(modules=[layer, Pooling(16)], device="cpu").save(str(folder / "model"))
    return folder / "model"
