"""Words a second by workers and clients, and time a word by an article's length: services with one
and with two workers in turn, round by round; medians (min to max), since machines are noisy."""
import argparse
import pathlib
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from figures import spread
from http_client import Client

CLIENTS = (1, 8, 64)
LENGTHS = (1_000, 5_000, 20_000, 50_000, 100_000, 199_000)
SENTENCES = 64


def lines(folder):
    for place in (folder / "en.txt", folder / "flores-dev" / "en.txt"):
        if place.exists():
            return place.read_text(encoding="utf-8").splitlines()
    sys.exit(f"en.txt is not in {folder}")


def words(texts):
    return sum(len(text.split()) for text in texts)


def article(sentences, length):
    """No sentence twice, since a sentence is translated once a call; five make a paragraph."""
    fresh = sentences + [f"{opening}, {s}" for opening in ("Later", "There") for s in sentences]
    text = "The news of the day, as it was told\n"
    for number, sentence in enumerate(fresh):
        if len(text) + len(sentence) + 2 > length:
            break
        text += ("\n\n" if number % 5 == 0 else " ") + sentence
    return text


class Service:
    def __init__(self, workers, url):
        self.workers = workers
        self.clients = [Client(url) for _ in range(max(CLIENTS))]

    def texts(self, client, texts):
        body = {"texts": texts, "source": "en", "targets": ["pt"]}
        return self.clients[client].post("/v1/translations", body)

    def digest(self, text):
        body = {"text": text, "language": "en", "targets": ["pt"]}
        return self.clients[0].post("/v1/digests", body)

    def singly(self, sentences, clients):
        """Each client sends one sentence after another, all clients at once."""

        def ask(client):
            for sentence in sentences[client::clients]:
                self.texts(client, [sentence])

        with ThreadPoolExecutor(clients) as pool:
            list(pool.map(ask, range(clients)))

    def refusals(self):
        return sum(client.refusals for client in self.clients)


def timed(results, key, work):
    start = time.perf_counter()
    work()
    results.setdefault(key, []).append(time.perf_counter() - start)


def measure(services, texts, articles, results):
    for service in services:
        key = service.workers
        timed(results, (key, "call"), lambda: service.texts(0, texts))
        for clients in CLIENTS:
            timed(results, (key, clients), lambda: service.singly(texts, clients))
        for length, text in articles.items():
            timed(results, (key, "text", length), lambda: service.texts(0, [text]))
            timed(results, (key, "digest", length), lambda: service.digest(text))


def tell_clients(services, results, count):
    print(f"{SENTENCES} sentences, {count} words, in words a second")
    for service in services:
        call = results[service.workers, "call"]
        print(f"{service.workers} workers: one call {spread([count / t for t in call])}")
        for clients in CLIENTS:
            singly = results[service.workers, clients]
            share = statistics.median(a / b for a, b in zip(call, singly))
            rate = spread([count / t for t in singly])
            print(f"  {clients:2} clients, a sentence a call: {rate}; {100 * share:.0f} % of one call's")


def tell_lengths(services, results, articles):
    print("microseconds a word of articles")
    for service in services:
        for kind in ("text", "digest"):
            print(f"{service.workers} workers, {'translations' if kind == 'text' else 'digests'}")
            for length, text in articles.items():
                count = words([text])
                each = [1e6 * t / count for t in results[service.workers, kind, length]]
                print(f"  {len(text):7,} characters, {count:6,} words: {spread(each)}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--one", required=True)
    arguments.add_argument("--two", required=True)
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--minutes", type=float, default=20)
    options = arguments.parse_args()

    sentences = [line.strip() for line in lines(options.data) if line.strip()]
    texts = sentences[:SENTENCES]
    articles = {length: article(sentences, length) for length in LENGTHS}
    services = [Service(1, options.one), Service(2, options.two)]
    for service in services:
        service.singly(texts, max(CLIENTS))
        service.digest(articles[LENGTHS[2]])
    results, rounds = {}, 0
    end = time.time() + 60 * options.minutes
    while rounds < options.rounds and (rounds == 0 or time.time() < end):
        measure(services, texts, articles, results)
        rounds += 1
    print(f"{rounds} rounds, medians (min to max)")
    tell_clients(services, results, words(texts))
    tell_lengths(services, results, articles)
    print(f"refusals waited out: {[service.refusals() for service in services]}")


main()
