"""Digests over HTTP: each answer is compared with the one its article got alone."""
import argparse
import json
import pathlib
import threading
import time

from figures import percentile, resident
from http_client import Client


def essence(answer):
    return json.dumps([answer[part] for part in ("article", "dropped", "summary", "versions")])


class Load:
    def __init__(self, options, articles, expected):
        self.options, self.articles, self.expected = options, articles, expected
        self.lock = threading.Lock()
        self.next, self.wrong, self.failed, self.refusals = 0, 0, 0, 0
        self.latencies = []

    def run(self, count, clients, end=None):
        self.next = 0
        threads = [
            threading.Thread(target=self._client, args=(count, end)) for _ in range(clients)
        ]
        start = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.perf_counter() - start

    def _client(self, count, end):
        client = Client(self.options.url)
        while True:
            with self.lock:
                number = self.next
                if number >= count or (end and time.time() > end):
                    break
                self.next += 1
                if number % 100 == 0:
                    print(f"  {number:6} done, resident {resident(self.options.pid):.0f} MiB", flush=True)
            article = number % len(self.articles)
            start = time.perf_counter()
            try:
                answer = client.post("/v1/digests", {"text": self.articles[article], "targets": ["pt"]})
            except Exception as failure:  # counted and told, the others go on
                print("  failed:", failure)
                with self.lock:
                    self.failed += 1
                continue
            with self.lock:
                self.latencies.append(1000 * (time.perf_counter() - start))
                if essence(answer) != self.expected[article]:
                    self.wrong += 1
        with self.lock:
            self.refusals += client.refusals


def handles(client):
    return [l for l in client.get("/q/metrics").splitlines() if l.startswith("dragoman_native")]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--pid", type=int, required=True)
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    arguments.add_argument("--count", type=int, default=2000)
    arguments.add_argument("--burst", type=int, default=200)
    arguments.add_argument("--clients", type=int, default=4)
    arguments.add_argument("--minutes", type=float)
    options = arguments.parse_args()

    client = Client(options.url)
    articles, expected = [], []
    for file in sorted(options.data.glob("*.txt")):
        text = file.read_bytes().decode("utf-8")
        try:
            answer = client.post("/v1/digests", {"text": text, "targets": ["pt"]})
        except RuntimeError:
            continue  # samples of what is not an article
        articles.append(text)
        expected.append(essence(answer))
    print(f"{len(articles)} articles, {sum(map(len, articles)) // len(articles)} characters each on average")
    print(f"resident at the start {resident(options.pid):.0f} MiB; {handles(client)}")

    load = Load(options, articles, expected)
    end = time.time() + 60 * options.minutes if options.minutes else None
    took = load.run(options.count if not end else 10**9, options.clients, end)
    served = len(load.latencies)
    print(
        f"{served} digests, {options.clients} clients: {served / took:.1f} a second, "
        f"p50 {percentile(load.latencies, 0.5):.0f} ms, p99 {percentile(load.latencies, 0.99):.0f} ms"
    )
    load.latencies.clear()
    took = load.run(options.burst, options.burst)
    print(
        f"{options.burst} at once: {len(load.latencies)} answered in {took:.1f} s, "
        f"{load.refusals} refusals waited out"
    )
    print(f"wrong answers {load.wrong}, failed {load.failed}")
    time.sleep(2)
    print(f"resident at the end {resident(options.pid):.0f} MiB; {handles(client)}")


main()
