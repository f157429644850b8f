"""Trains the summariser of src/test/resources/models/tiny-summarizer on synthetic_news.py, on one CPU core.

    OMP_NUM_THREADS=1 python tiny_summarizer.py OUT [MINUTES]
    OMP_NUM_THREADS=1 python tiny_summarizer.py OUT --references FILE

The second makes src/test/resources/summarization/synthetic.json: articles the model has not seen, what transformers
writes with it in fp32, and what the templates call for.

Needs torch, transformers and tokenizers; no part of the build. The model is a BART (d_model 64, 2 + 2 layers, 1000
pieces, 256 positions) in the hub's layout with fp16 weights. Beside the usual loss, one cross-attention head of the
last layer is told where each letter was copied from (guided alignment, Chen et al. 2016), so that minutes are enough.
"""

import json
import sys
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import BartConfig, BartForConditionalGeneration, GenerationConfig, PreTrainedTokenizerFast

from synthetic_news import Newsroom

BOS, PAD, EOS, UNK = 0, 1, 2, 3
LONGEST = 256
BATCH = 32


def tokenizer():
    newsroom = Newsroom(1)
    pieces = Tokenizer(models.BPE(unk_token=None))
    pieces.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    pieces.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=1000,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    pieces.train_from_iterator((newsroom.article(8)[0] for _ in range(4000)), trainer)
    pieces.post_processor = processors.RobertaProcessing(("</s>", EOS), ("<s>", BOS), add_prefix_space=False)
    return pieces


def model():
    torch.manual_seed(7)
    return BartForConditionalGeneration(
        BartConfig(
            vocab_size=1000,
            max_position_embeddings=LONGEST,
            d_model=64,
            encoder_layers=2,
            decoder_layers=2,
            encoder_attention_heads=4,
            decoder_attention_heads=4,
            encoder_ffn_dim=256,
            decoder_ffn_dim=256,
            dropout=0.0,
            attention_dropout=0.0,
            activation_dropout=0.0,
            scale_embedding=True,
            init_std=0.05,
            bos_token_id=BOS,
            pad_token_id=PAD,
            eos_token_id=EOS,
            decoder_start_token_id=EOS,
            forced_bos_token_id=BOS,
            forced_eos_token_id=EOS,
            attn_implementation="eager",
        )
    )


def rows(pieces, newsroom, most):
    """Source ids, labels, and for each label the source position it copies or -1."""
    while True:
        text, summary, places = newsroom.article(newsroom.random.randint(1, most), newsroom.random.choice([0.3, 0.5, 0.9]))
        source, target = pieces.encode(text), pieces.encode(summary)
        if len(source.ids) > LONGEST:
            continue
        holder = {}
        for position, (a, b) in enumerate(source.offsets):
            for letter in range(a, b):
                holder[letter] = position
        copied = [holder.get(places[a], -1) if b > a else -1 for a, b in target.offsets]
        copied[-1] = len(source.ids) - 1
        yield source.ids, target.ids, copied


def filled(rows, value):
    longest = max(map(len, rows))
    return torch.tensor([row + [value] * (longest - len(row)) for row in rows])


def losses(bart, batch):
    sources, labels, copied = zip(*batch)
    source, label, place = filled(sources, PAD), filled(labels, -100), filled(copied, -1)
    out = bart(input_ids=source, attention_mask=(source != PAD).long(), labels=label, output_attentions=True)
    guided = out.cross_attentions[-1][:, 0]  # [rows, target, source]
    at = guided.gather(2, place.clamp(min=0).unsqueeze(2)).squeeze(2)
    known = (place >= 0).float()
    return out.loss, -(torch.log(at + 1e-6) * known).sum() / known.sum()


def train(pieces, bart, minutes):
    steps = rows(pieces, Newsroom(2), 3), rows(pieces, Newsroom(3), 12)
    optimizer = torch.optim.AdamW(bart.parameters(), lr=2e-3, betas=(0.9, 0.98), weight_decay=0.01)
    start, step = time.time(), 0
    while (done := (time.time() - start) / 60 / minutes) < 1:
        step += 1
        rate = 2e-3 * min(1, step / 300) * min(1, 2 * (1 - done) + 0.02)
        for group in optimizer.param_groups:
            group["lr"] = rate
        easy = done < 0.35 or step % 4 == 0
        batch = [next(steps[0 if easy else 1]) for _ in range(BATCH)]
        loss, guidance = losses(bart, batch)
        optimizer.zero_grad()
        (loss + 0.5 * guidance).backward()
        torch.nn.utils.clip_grad_norm_(bart.parameters(), 1.0)
        optimizer.step()
        if step % 100 == 0:
            print(f"{step} {100 * done:.0f}% loss {loss.item():.3f} guidance {guidance.item():.3f}", flush=True)


def save(pieces, bart, out):
    bart.generation_config = GenerationConfig(
        bos_token_id=BOS, pad_token_id=PAD, eos_token_id=EOS, decoder_start_token_id=EOS, forced_bos_token_id=BOS,
        forced_eos_token_id=EOS, num_beams=2, early_stopping=True, length_penalty=1.0, no_repeat_ngram_size=8,
        max_length=100, min_length=8)
    bart.half().save_pretrained(out)
    bart.float()
    PreTrainedTokenizerFast(
        tokenizer_object=pieces, bos_token="<s>", eos_token="</s>", pad_token="<pad>", unk_token="<unk>",
        mask_token="<mask>", cls_token="<s>", sep_token="</s>", model_max_length=LONGEST).save_pretrained(out)
    settings = json.loads((out / "tokenizer_config.json").read_text())
    settings["tokenizer_class"] = "BartTokenizer"
    (out / "tokenizer_config.json").write_text(json.dumps(settings, indent=2) + "\n")


def report(pieces, bart):
    """Shares of unseen articles summarised to the letter."""
    for sentences in (1, 3, 6, 10):
        newsroom, right = Newsroom(99 + sentences), 0
        for i in range(50):
            text, summary, _ = newsroom.article(sentences)
            ids = pieces.encode(text).ids[:LONGEST]
            written = bart.generate(torch.tensor([ids]))[0].tolist()
            right += (said := pieces.decode(written, skip_special_tokens=True)) == summary
            if i < 3:
                print("WANTED", summary, "\nGOT   ", said)
        print(f"{sentences} sentences: {right} of 50 as written", flush=True)


def references(out, file):
    pieces = Tokenizer.from_file(str(out / "tokenizer.json"))
    bart = BartForConditionalGeneration.from_pretrained(out, dtype=torch.float32)
    made = []
    for seed in range(20):
        text, wanted, _ = Newsroom(7000 + seed).article(3 + seed % 7)
        ids = bart.generate(torch.tensor([pieces.encode(text).ids]))[0].tolist()
        made.append({"text": text, "written": pieces.decode(ids, skip_special_tokens=True), "wanted": wanted})
    Path(file).write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    torch.set_num_threads(1)
    out = Path(sys.argv[1])
    if sys.argv[2:3] == ["--references"]:
        references(out, sys.argv[3])
        sys.exit()
    pieces, bart = tokenizer(), model()
    print(sum(p.numel() for p in bart.parameters()), "parameters", flush=True)
    bart.train()
    train(pieces, bart, float(sys.argv[2]) if len(sys.argv) > 2 else 25)
    bart.eval()
    save(pieces, bart, out)
    report(pieces, bart)
