"""Makes the folders under src/test/resources/tokenizers: tiny tokenizers in the hub's layout and what
transformers 4.57.3 (sentencepiece 0.2.3, tokenizers 0.22.2) answers with them.

    python src/test/python/make_tokenizers.py src/test/resources/tokenizers

Not part of the build. The same versions give the same files. `fuzz FOLDER COUNT` writes a line of JSON
for each of COUNT generated texts instead, for a comparison that is too large to keep.
"""

import json
import random
import shutil
import sys
import tempfile
import unicodedata
from pathlib import Path

import sentencepiece as spm
import transformers as hf

SENTENCES = """
The old bridge over the river was closed on Monday after the storm.
The city council said that the work would last until the end of the year.
Nobody was hurt, but two houses near the harbour lost their roofs.
"We heard a loud noise and then the lights went out," said the baker.
The new line will carry 12,000 passengers a day and cost $3.5 million.
A ponte velha sobre o rio foi fechada na segunda-feira depois da tempestade.
A câmara municipal disse que as obras vão durar até ao fim do ano.
Ninguém ficou ferido, mas duas casas junto ao porto perderam os telhados.
O padeiro ouviu um barulho forte e depois as luzes apagaram-se.
A nova linha vai levar doze mil passageiros por dia.
Die alte Brücke über den Fluss wurde nach dem Sturm am Montag gesperrt.
Der Bäcker hörte ein lautes Geräusch, dann ging das Licht aus.
Le vieux pont sur la rivière a été fermé lundi après la tempête.
Старый мост через реку закрыли в понедельник после бури.
Пекарь услышал громкий шум, а потом погас свет.
古い橋は嵐の後、月曜日に閉鎖された。
暴风雨过后，旧桥于星期一关闭。
أغلق الجسر القديم فوق النهر يوم الاثنين بعد العاصفة.
हम पुल के पास रहते हैं और नदी देखते हैं।
오래된 다리는 폭풍이 지나간 뒤 월요일에 폐쇄되었다.
""".strip().splitlines()

PARTS = [
    "\U0001f600", "e\u0301", "\u200b", "\u00a0", "\ufb01", "\ufdfa", "\uff26\uff55", "\r\n", "  ", " ", "\t",
    "\u0645\u0631\u062d\u0628\u0627", "\u05e9\u05c1\u05dc", "\ud55c", "\u1100\u1161", "a", "the", "\u2581", "\ufeff",
    "\0", "\x01", "\x1c", "\x85", "\u2028", "\u00bd", "\u202e", "\U0001d49c", "\u0130", "\u00df", "\u201c", "\u2019",
    "<unk>", "</s>", "<s>", "<pad>", "<mask>", "<keep>", "<extra_id_0>", "<extra_id_10>", "<extra_id_1", ">>por<<",
    ">>xx", "__en__", "pt_XX", "por_Latn", "##", "a b", "\U0001f469\u200d\U0001f467", "\U0001f1e7\U0001f1f7",
    "bridge", "a ponte", "Brücke", "мост", "橋", "旧桥", ".", " .", " n't", " 's ", "?", "12,000", "$3.5", "\u3000",
]

FIXED = [
    "", " ", "\n", "\u200b", "The old bridge", " The old bridge ", "The  new\tline\u00a0costs $3.5 million .",
    "a ponte velha</s>", "</s>the", "x <mask> y", "x<mask>  y", "\u2581\u2581the", "The\u2581bridge",
    "the " * 20, "\U0001f600" * 8, "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "zqzqzq", "I don't. We 've , they 're ! it 's",
    ">>por<< The bridge", ">>por<<", "the >>por<<", ">>zz<<the", "<extra_id_0> the <extra_id_1>.", "en_XX the",
    "<unk>the <unk>", "<s></s>", "<keep> the<keep>ponte", "\ufb01ve \uff26\uff55\uff4c\uff4c", "__pt__ the", "<0x41>",
]

RULES = {"\ufb01": "fi", "\uff26": "F", "\uff55": "u", "\u00a0": " ", "\u3000": " ", "\u200b": "", "\t": " ", "\r": " ",
         "\n": " ", "\u00bd": "1/2", "\ufdfa": "\u0635 \u0639", "e\u0301": "é"}


def any_text(random):
    parts = []
    for _ in range(random.randrange(15)):
        if random.random() < 0.2:
            point = random.choice([random.randrange(0x3000), random.randrange(0x110000)])
            parts.append("a" if 0xD800 <= point < 0xE000 else chr(point))
        elif random.random() < 0.2:
            parts.append(random.choice(random.choice(SENTENCES).split()))
        else:
            parts.append(random.choice(PARTS))
    return "".join(parts)


def texts():
    generator = random.Random(7)
    return FIXED + SENTENCES[::4] + [any_text(generator) for _ in range(20)]


def train(folder, name, kind, **options):
    rules = folder / "rules.tsv"
    rules.write_text(
        "".join(f"{' '.join(f'{ord(c):X}' for c in a)}\t{' '.join(f'{ord(c):X}' for c in b)}\n" for a, b in RULES.items())
    )
    settings = dict(
        sentence_iterator=iter(SENTENCES), model_prefix=str(folder / name), model_type=kind, vocab_size=330,
        hard_vocab_limit=False, character_coverage=0.98, normalization_rule_tsv=str(rules), num_threads=1,
        minloglevel=2,
    )
    if options.get("normalization_rule_name"):
        del settings["normalization_rule_tsv"]
    settings.update(options)
    if kind == "bpe":
        del settings["hard_vocab_limit"]
    spm.SentencePieceTrainer.train(**settings)
    return str(folder / f"{name}.model")


def pieces(model):
    processor = spm.SentencePieceProcessor(model)
    return [processor.id_to_piece(i) for i in range(len(processor))]


def vocabulary(work, name, items):
    path = work / name
    path.write_text(json.dumps({item: i for i, item in enumerate(dict.fromkeys(items))}, ensure_ascii=False))
    return str(path)


def byte_level(work):
    """vocab.json and merges.txt, trained by the tokenizers library."""
    from tokenizers import ByteLevelBPETokenizer

    tokenizer = ByteLevelBPETokenizer()
    tokenizer.train_from_iterator(
        SENTENCES, vocab_size=420, special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"], show_progress=False
    )
    tokenizer.save_model(str(work))
    return str(work / "vocab.json"), str(work / "merges.txt")


def families(work):
    """Folder, tokenizer, files that are left out of the folder."""
    keep = dict(user_defined_symbols=["<keep>"])
    uni = train(work, "uni", "unigram", **keep)
    bpe = train(work, "bpe", "bpe", **keep)
    t5_order = dict(pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    t5 = train(work, "t5", "unigram", **t5_order, normalization_rule_name="identity")
    raw = train(work, "raw", "bpe", **t5_order, byte_fallback=True, normalization_rule_name="identity",
                remove_extra_whitespaces=False, vocab_size=520)
    peg = train(work, "peg", "unigram", pad_id=-1, eos_id=1, unk_id=2, bos_id=0)
    source = train(work, "source", "unigram")
    target = train(work, "target", "unigram", sentence_iterator=iter(SENTENCES[5:]))
    marks = [">>por<<", ">>deu<<", ">>zho_Hant<<", ">>srp_Latn<<", ">>pt_BR<<", ">>x-nonsense<<"]
    marian = vocabulary(work, "marian.json", ["</s>", "<unk>", *pieces(source)[3:], *pieces(target)[3:300], *marks, "<pad>"])
    m2m = vocabulary(work, "m2m.json", ["<s>", "<pad>", "</s>", "<unk>", *pieces(bpe)[3:]])
    langs = [f"__{code}__" for code in hf.models.m2m_100.tokenization_m2m_100.FAIRSEQ_LANGUAGE_CODES["m2m100"]]
    vocab, merges = byte_level(work)
    fast, slow = ["spiece.model", "sentencepiece.bpe.model", "vocab.json", "merges.txt"], ["tokenizer.json"]
    yield "marian", hf.MarianTokenizer(source, target, marian, source_lang="en", target_lang="mul"), []
    yield "t5", hf.T5Tokenizer(t5, legacy=True, extra_ids=12), []
    yield "t5-new", hf.T5Tokenizer(t5, legacy=False, extra_ids=3), []
    yield "t5-bytes", hf.T5Tokenizer(raw, legacy=True, extra_ids=0), []
    yield "t5-json", hf.T5TokenizerFast(t5, legacy=False, extra_ids=12), fast
    yield "pegasus", hf.PegasusTokenizer(peg), []
    yield "pegasus-json", hf.PegasusTokenizerFast(peg), fast
    yield "mbart", hf.MBartTokenizer(uni, src_lang="de_DE"), []
    yield "mbart-50", hf.MBart50Tokenizer(uni, src_lang="pt_XX"), []
    yield "mbart-50-json", hf.MBart50TokenizerFast(uni), fast
    yield "m2m100", hf.M2M100Tokenizer(m2m, bpe, additional_special_tokens=langs), []
    yield "nllb", hf.NllbTokenizer(bpe, legacy_behaviour=True), []
    yield "nllb-json", hf.NllbTokenizerFast(bpe), fast
    yield "xlm-roberta", hf.XLMRobertaTokenizer(uni), []
    yield "xlm-roberta-json", hf.XLMRobertaTokenizerFast(uni, clean_up_tokenization_spaces=True), fast
    yield "bart", hf.BartTokenizerFast(vocab, merges, add_prefix_space=True), slow
    yield "bart-json", hf.BartTokenizerFast(vocab, merges, clean_up_tokenization_spaces=True), fast


CODES = {
    "mbart": [("en", "en_XX"), ("zh-Hans", "zh_CN"), ("ru", "ru_RU")],
    "mbart-50": [("pt-BR", "pt_XX"), ("he", "he_IL"), ("tl", "tl_XX")],
    "mbart-50-json": [("pt", "pt_XX"), ("sl", "sl_SI")],
    "m2m100": [("pt", "pt"), ("nso", "ns"), ("nb", "no"), ("zh", "zh")],
    "nllb": [("en", "eng_Latn"), ("pt", "por_Latn")],
    "nllb-json": [("zh-Hant", "zho_Hant"), ("zh", "zho_Hans"), ("zh-TW", "zho_Hant"), ("sr", "srp_Cyrl"), ("ar", "arb_Arab"),
                  ("arz", "arz_Arab"), ("fa", "pes_Arab"), ("fa-AF", "prs_Arab"), ("ps", "pbt_Arab"), ("no", "nob_Latn"),
                  ("nn", "nno_Latn"), ("sq", "als_Latn"), ("ckb", "ckb_Arab"), ("yue", "yue_Hant"), ("apc", "apc_Arab"),
                  ("uz", "uzn_Latn"), ("et", "est_Latn"), ("sw", "swh_Latn"), ("pt-BR", "por_Latn"), ("qu", "quy_Latn")],
}


def answer(tokenizer, text):
    ids = tokenizer(text)["input_ids"]
    return {"text": text, "ids": ids, "decoded": tokenizer.decode(ids, skip_special_tokens=True)}


def languages(name, tokenizer):
    text = "The old bridge."
    cases = []
    for tag, code in CODES.get(name, []):
        tokenizer.src_lang = code
        opening = tokenizer.get_lang_id(code) if name == "m2m100" else tokenizer.convert_tokens_to_ids(code)
        cases.append({"from": tag, "to": tag, "text": text, "ids": tokenizer(text)["input_ids"], "opening": opening})
    if name == "marian":
        for tag, mark in [("pt", ">>por<<"), ("zh-TW", ">>zho_Hant<<"), ("sr-Latn", ">>srp_Latn<<"), ("pt-BR", ">>pt_BR<<")]:
            for text in ["The old bridge.", ">>deu<< the", "", "</s>the"]:
                cases.append({"from": "en", "to": tag, "text": text, "ids": tokenizer(f"{mark} {text}")["input_ids"]})
    return cases


def minify(folder):
    for path in folder.glob("*.json"):
        path.write_text(json.dumps(json.loads(path.read_text()), ensure_ascii=False, separators=(",", ":")))


def main(out):
    with tempfile.TemporaryDirectory() as work:
        for name, tokenizer, left_out in families(Path(work)):
            folder = out / name
            shutil.rmtree(folder, ignore_errors=True)
            tokenizer.save_pretrained(folder)
            for file in left_out:
                (folder / file).unlink(missing_ok=True)
            minify(folder)
            expected = {"texts": [answer(tokenizer, text) for text in texts()]}
            if name == "marian":
                expected["targets"] = [
                    {"text": text, "ids": tokenizer(text_target=text)["input_ids"]} for text in texts()[:12]
                ]
            expected["languages"] = languages(name, tokenizer)
            (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=True, separators=(",", ":")))


def fuzz(folder, count):
    tokenizer = dict((name, made) for name, made, _ in families(Path(tempfile.mkdtemp())))[Path(folder).name]
    generator = random.Random(11)
    for _ in range(count):
        print(json.dumps(answer(tokenizer, any_text(generator))))


if __name__ == "__main__":
    hf.logging.set_verbosity_error()
    fuzz(sys.argv[2], int(sys.argv[3])) if sys.argv[1] == "fuzz" else main(Path(sys.argv[1]))
