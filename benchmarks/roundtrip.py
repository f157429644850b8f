"""There and back: sacreBLEU's BLEU and chrF of a round trip against the text it began with."""
import argparse
import pathlib

import sacrebleu

from http_client import Client

BATCH = 100


def translated(client, texts, source, target):
    """The texts in the target, and the routes they took."""
    done, routes = [], set()
    for start in range(0, len(texts), BATCH):
        answer = client.post(
            "/v1/translations",
            {"texts": texts[start : start + BATCH], "source": source, "targets": [target]},
        )
        for entry in answer["translations"]:
            version = entry["versions"][0]
            if version["status"] != "translated":
                raise SystemExit(f"{source} to {target}: {version.get('hint', version['status'])}")
            done.append(version["text"])
            routes.add(" ".join(version["route"]))
    return done, routes


def scores(texts, reference):
    bleu = sacrebleu.corpus_bleu(texts, [reference]).score
    return f"BLEU {bleu:.2f} chrF {sacrebleu.corpus_chrf(texts, [reference]).score:.2f}"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    arguments.add_argument("--through", default="pt")
    options = arguments.parse_args()
    client = Client(options.url)
    original = (options.data / "en.txt").read_text(encoding="utf-8").splitlines()
    for language in options.through.split(","):
        there, out = translated(client, original, "en", language)
        back, home = translated(client, there, language, "en")
        same = sum(a == b for a, b in zip(original, back))
        print(
            f"en to {language} to en by {', '.join(sorted(out | home))}, {len(original)} sentences: "
            f"{scores(back, original)}, {same} come back as they were"
        )
        reference = options.data / f"{language}.txt"
        if reference.exists():
            print(f"  there: {scores(there, reference.read_text(encoding='utf-8').splitlines())}")


main()
