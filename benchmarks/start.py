"""Starts the service several times, and gives digests to the last one."""
import argparse
import pathlib
import subprocess
import sys
import time
import urllib.error
import urllib.request

from figures import resident, spread
from http_client import Client

PATIENCE = 120


def ready(url):
    try:
        with urllib.request.urlopen(f"{url}/q/health/ready", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def start(options):
    """The service and the seconds until it was ready, the launcher's look at the build included."""
    began = time.perf_counter()
    with (options.work / "serve.log").open("w") as log:
        service = subprocess.Popen(
            [options.root / "dragoman", "serve"], stdout=log, stderr=subprocess.STDOUT
        )
    while not ready(options.url):
        if service.poll() is not None or time.perf_counter() - began > PATIENCE:
            service.kill()
            sys.exit("the service did not become ready: see serve.log")
        time.sleep(0.02)
    return service, time.perf_counter() - began


def stop(service):
    service.terminate()
    service.wait()


def digests(options, pid):
    """Takes the samples in turn until enough were answered; some are no article."""
    client = Client(options.url)
    samples = [file.read_bytes().decode() for file in sorted(options.data.glob("*.txt"))]
    done = asked = 0
    while done < options.digests:
        if asked == 10 * options.digests + len(samples):
            sys.exit(f"only {done} of {asked} digests were answered")
        text = samples[asked % len(samples)]
        asked += 1
        try:
            client.post("/v1/digests", {"text": text, "targets": ["pt"]})
        except RuntimeError:
            continue
        done += 1
    print(f"resident after {done} digests {resident(pid):.0f} MiB")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--root", type=pathlib.Path, required=True)
    arguments.add_argument("--work", type=pathlib.Path, required=True)
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--digests", type=int, default=100)
    options = arguments.parse_args()

    took, memory = [], []
    for number in range(options.rounds):
        service, seconds = start(options)
        try:
            took.append(seconds)
            memory.append(resident(service.pid))
            if number == options.rounds - 1:
                digests(options, service.pid)
        finally:
            stop(service)
    print(
        f"start to ready {spread(took, 1)} s, then {spread(memory)} MiB resident, "
        f"{options.rounds} starts, medians (min to max)"
    )


main()
