"""The quality figure of each line against sacreBLEU's sentence chrF (chrF2, over 100).

The figure's constants were fitted to odd lines, so even ones tell how good it is. Of a line with
several sentences the figure is the version's mean.
"""
import argparse
import pathlib

import numpy
import sacrebleu

from http_client import Client

CALL = 100
RESAMPLED = 1000


def measured(client, folder, source, target):
    """Number, figure and chrF of each line that has a figure, and how many there are."""
    texts = (folder / f"{source}.txt").read_text(encoding="utf-8").splitlines()
    references = (folder / f"{target}.txt").read_text(encoding="utf-8").splitlines()
    metric = sacrebleu.CHRF()
    rows = []
    for start in range(0, len(texts), CALL):
        body = {"texts": texts[start : start + CALL], "source": source, "targets": [target]}
        for place, entry in enumerate(client.post("/v1/translations", body)["translations"], start):
            version = entry["versions"][0]
            if version["quality"] is not None:
                chrf = metric.sentence_score(version["text"], [references[place]]).score / 100
                severe = any(found["severity"] == "severe" for found in version["findings"])
                rows.append((place + 1, version["quality"]["mean"], chrf, severe))
    return numpy.array(rows, dtype=float), len(texts)


def ranks(values):
    """From 0; equal values share the mean of their ranks."""
    _, places, counts = numpy.unique(values, return_inverse=True, return_counts=True)
    return (numpy.cumsum(counts) - (counts + 1) / 2)[places]


def spearman(one, other):
    return numpy.corrcoef(ranks(one), ranks(other))[0, 1]


def kendall(one, other):
    """Tau-b."""
    first = numpy.sign(one[:, None] - one[None, :])
    second = numpy.sign(other[:, None] - other[None, :])
    return (first * second).sum() / numpy.sqrt((first**2).sum() * (second**2).sum())


def interval(figure, chrf):
    """Of Spearman's correlation: 95 % by resampling lines."""
    random = numpy.random.default_rng(1)
    draws = (random.integers(len(figure), size=len(figure)) for _ in range(RESAMPLED))
    return numpy.quantile([spearman(figure[draw], chrf[draw]) for draw in draws], [0.025, 0.975])


def tenths(figure, chrf):
    parts = numpy.array_split(numpy.argsort(figure, kind="stable"), 10)
    return [(figure[part].mean(), chrf[part].mean()) for part in parts]


def report(name, rows):
    figure, chrf = rows[:, 1], rows[:, 2]
    low, high = interval(figure, chrf)
    print(
        f"  {name} lines, {len(rows)}: Spearman {spearman(figure, chrf):.3f} ({low:.3f} to {high:.3f}), "
        f"Kendall {kendall(figure, chrf):.3f}"
    )
    means = tenths(figure, chrf)
    error = numpy.mean([abs(told - found) for told, found in means])
    print("    tenths, figure:  " + "  ".join(f"{told:.3f}" for told, _ in means))
    print("    tenths, chrF:    " + "  ".join(f"{found:.3f}" for _, found in means))
    print(f"    mean error of a tenth {error:.3f}; {int(rows[:, 3].sum())} with a severe finding")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    client = Client(options.url)
    for source, target in (("en", "pt"), ("pt", "en")):
        rows, count = measured(client, options.data / "flores-dev", source, target)
        print(f"{source} to {target}: {len(rows)} of {count} lines have a figure")
        report("even", rows[rows[:, 0] % 2 == 0])
        report("odd", rows[rows[:, 0] % 2 == 1])


main()
