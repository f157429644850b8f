"""Checks of summaries through HTTP, against people's labels; intervals are of 95 %, bootstrapped."""
import argparse
import collections
import json
import pathlib
import random

from http_client import Client

SAMPLES = 2000


class Row:
    """A summary with a person's label: what the checks say of all its sentences together."""

    def __init__(self, number, row, answer):
        sentences = answer["sentences"]
        self.number = number
        self.unfaithful = row["label"] == "unfaithful"
        self.origin = row["origin"]
        self.risk = max([sentence["risk"] for sentence in sentences], default=0)
        self.rejected = any(sentence["verdict"] == "unsupported" for sentence in sentences)
        self.kinds = {finding["kind"] for sentence in sentences for finding in severe(sentence)}


def severe(sentence):
    return [finding for finding in sentence["findings"] if finding["severity"] == "severe"]


def check(client, source, text):
    return client.post(
        "/v1/checks",
        {"kind": "summary", "source": source, "text": text, "sourceLanguage": "en", "textLanguage": "en"},
    )


def lines(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def precision(rows):
    rejected = [row for row in rows if row.rejected]
    return sum(row.unfaithful for row in rejected) / len(rejected) if rejected else float("nan")


def recall(rows):
    unfaithful = [row for row in rows if row.unfaithful]
    return sum(row.rejected for row in unfaithful) / len(unfaithful) if unfaithful else float("nan")


def area(rows):
    """Area under the ROC curve: how often an unfaithful row is riskier than a faithful one."""
    bad = [row.risk for row in rows if row.unfaithful]
    good = [row.risk for row in rows if not row.unfaithful]
    if not bad or not good:
        return float("nan")
    wins = sum((b > g) + 0.5 * (b == g) for b in bad for g in good)
    return wins / (len(bad) * len(good))


def interval(rows, figure):
    draw = random.Random(7)
    values = (figure(draw.choices(rows, k=len(rows))) for _ in range(SAMPLES))
    ordered = sorted(value for value in values if value == value)
    return ordered[int(0.025 * len(ordered))], ordered[int(0.975 * len(ordered))]


def wilson(right, all_of_them, z=1.96):
    """Wilson's interval of a share; bootstrapping a share of 1 would claim to be sure of it."""
    share, square = right / all_of_them, z * z / all_of_them
    middle = share + square / 2
    reach = z * (share * (1 - share) / all_of_them + square / (4 * all_of_them)) ** 0.5
    return (middle - reach) / (1 + square), min(1, (middle + reach) / (1 + square))


def report(name, rows):
    rejected = [row for row in rows if row.rejected]
    unfaithful = sum(row.unfaithful for row in rows)
    print(f"{name}: {len(rows)} rows, {unfaithful} unfaithful, {len(rejected)} called unsupported")
    if rejected:
        low, high = wilson(sum(row.unfaithful for row in rejected), len(rejected))
        print(f"    precision {precision(rows):.3f} ({low:.3f} to {high:.3f}, Wilson)")
    for title, figure in (("recall", recall), ("AUC of risk", area)):
        low, high = interval(rows, figure)
        print(f"    {title} {figure(rows):.3f} ({low:.3f} to {high:.3f})")


def labelled(client, file):
    rows = []
    for number, row in enumerate(lines(file)):
        rows.append(Row(number, row, check(client, row["article"], row["summary"])))
    report("faith-dev", rows)
    report("  rows 0, 2, … (rules were made on these)", [row for row in rows if row.number % 2 == 0])
    report("  rows 1, 3, …", [row for row in rows if row.number % 2])
    for origin in sorted({row.origin for row in rows}):
        report("  " + origin, [row for row in rows if row.origin == origin])
    right, wrong = collections.Counter(), collections.Counter()
    for row in rows:
        (right if row.unfaithful else wrong).update(row.kinds)
    for kind in sorted(right | wrong):
        print(f"  {kind}: {right[kind]} unfaithful rows, {wrong[kind]} faithful")


def references(client, rows):
    """People's summaries, nearly all of whose sentences their articles support."""
    sentences, rejected = 0, 0
    for row in rows:
        if row["id"].startswith("cnndm"):
            for reference in row["references"]:
                answer = check(client, row["article"], reference)
                sentences += len(answer["sentences"])
                rejected += sum(s["verdict"] == "unsupported" for s in answer["sentences"])
    print(f"cnndm references: {rejected} of {sentences} sentences called unsupported")


def extracts(client, articles):
    """Every sentence of an article follows from it."""
    sentences, found = 0, 0
    for article in articles:
        answer = check(client, article, article)
        sentences += len(answer["sentences"])
        found += sum(bool(severe(sentence)) for sentence in answer["sentences"])
    print(f"extracts: {found} of {sentences} sentences of {len(articles)} articles with a severe finding")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    client = Client(options.url)
    faith = options.data / "faith-dev" / "faith-dev.jsonl"
    summ = options.data / "summ-dev" / "articles.jsonl"
    articles = {}
    if faith.exists():
        labelled(client, faith)
        articles.update((row["article"], None) for row in lines(faith))
    if summ.exists():
        rows = lines(summ)
        references(client, rows)
        articles.update((row["article"], None) for row in rows)
    extracts(client, list(articles))


main()
