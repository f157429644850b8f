"""Median time of digests into Portuguese and of checks of the same texts, and their ratio.

A check of the version splits and aligns both texts and runs every rule on each pair: it is more work
than the guard does inside the digest. A sentence that is asked for again counts as digest.
"""
import argparse
import pathlib
import statistics
import time

from http_client import Client


def timed(client, path, body):
    start = time.perf_counter()
    answer = client.post(path, body)
    return answer, time.perf_counter() - start


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--url", required=True)
    options.add_argument("--data", required=True)
    options.add_argument("--rounds", type=int, default=30)
    arguments = options.parse_args()
    client = Client(arguments.url)
    files = sorted(pathlib.Path(arguments.data).glob("*.txt"))
    texts = [text for text in (file.read_text("utf-8") for file in files) if text.strip()]
    digests, checks, shares = [], [], []
    findings = segments = 0
    for text in texts:
        body = {"text": text, "language": "en", "targets": ["pt"]}
        for turn in range(arguments.rounds + 3):
            digest, whole = timed(client, "/v1/digests", body)
            version = digest["versions"][0]
            check = {
                "kind": "translation",
                "source": digest["article"]["text"],
                "text": version["article"]["text"],
                "sourceLanguage": "en",
                "textLanguage": "pt",
            }
            _, guard = timed(client, "/v1/checks", check)
            if turn >= 3:
                digests.append(whole)
                checks.append(guard)
                shares.append(guard / whole)
        segments += len(version["segments"])
        findings += sum(len(segment["findings"]) for segment in version["segments"])
    print(f"{len(texts)} articles, {arguments.rounds} rounds, {segments} segments, {findings} findings")
    print(f"digest              {statistics.median(digests) * 1000:8.1f} ms")
    print(f"check of its version {statistics.median(checks) * 1000:7.1f} ms")
    print(f"median ratio        {statistics.median(shares):8.3f}")


main()
