"""Quality through HTTP: sacreBLEU's BLEU and chrF, rouge-score's ROUGE (stemmed)."""
import argparse
import json
import pathlib
import re
import statistics

import sacrebleu
from rouge_score import rouge_scorer

from http_client import Client


def translations(client, folder, source, target, batch):
    texts = (folder / f"{source}.txt").read_text(encoding="utf-8").splitlines()
    reference = (folder / f"{target}.txt").read_text(encoding="utf-8").splitlines()
    hypothesis = []
    for start in range(0, len(texts), batch):
        answer = client.post(
            "/v1/translations",
            {"texts": texts[start : start + batch], "source": source, "targets": [target]},
        )
        hypothesis += [entry["versions"][0]["text"] for entry in answer["translations"]]
    bleu = sacrebleu.corpus_bleu(hypothesis, [reference]).score
    chrf = sacrebleu.corpus_chrf(hypothesis, [reference]).score
    print(f"{source} to {target}, {len(texts)} sentences, {batch} a call: BLEU {bleu:.2f} chrF {chrf:.2f}")
    return hypothesis


def in_lines(text):
    """ROUGE-Lsum compares line by line: a sentence a line."""
    return re.sub(r"(?<=[.!?]) +", "\n", text)


def summaries(client, file):
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    scores = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        answer = client.post("/v1/summaries", {"text": row["article"]})
        summary = "\n".join(sentence["text"] for sentence in answer["summary"]["sentences"])
        per_reference = [scorer.score(in_lines(reference), summary) for reference in row["references"]]
        scores.append(
            [
                100 * statistics.mean(score[kind].fmeasure for score in per_reference)
                for kind in ("rouge1", "rouge2", "rougeLsum")
            ]
        )
    means = [statistics.mean(column) for column in zip(*scores)]
    print(
        f"summaries of {len(scores)} articles: ROUGE-1 {means[0]:.1f} ROUGE-2 {means[1]:.1f} "
        f"ROUGE-Lsum {means[2]:.1f}, mean {statistics.mean(means):.2f}"
    )


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    client = Client(options.url)
    flores, summ = options.data / "flores-dev", options.data / "summ-dev" / "articles.jsonl"
    if (flores / "pt.txt").exists():
        for source, target in (("en", "pt"), ("pt", "en")):
            alone = translations(client, flores, source, target, 1)
            for batch in (7, 32, 997):
                together = translations(client, flores, source, target, batch)
                same = sum(a == b for a, b in zip(alone, together))
                print(f"  the same as alone: {same} of {len(alone)}")
    if summ.exists():
        summaries(client, summ)


main()
