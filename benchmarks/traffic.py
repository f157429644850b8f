"""Mixed work for a running service: short and long requests with the answer each gets alone, clients
that take no time of their own (asyncio), and the comparison of answers."""
import argparse
import asyncio
import json
import pathlib
import random
import re
import time
import urllib.parse

PATIENCE = 120  # seconds until an answer counts as lost
TOLERANCE = 0.03  # between quality figures of one text in batches of other shapes
SENTENCES = [
    "The council met on Tuesday to discuss the budget for the coming year, and the mayor said {} crowns would be spent on roads.",
    "Officials from {} countries arrived in the capital for talks that are expected to last until Friday evening.",
    "A storm that hit the northern coast left {} homes without power, the regional grid operator said.",
    "The museum will show {} paintings that have not been seen in public since the war ended.",
    "Farmers in the valley expect a harvest of {} tonnes, a little less than in the years before the drought.",
    "Police closed the bridge for {} hours after a lorry lost its load of timber near the old harbour.",
    "The hospital has hired {} nurses since spring, but its director says that many more are needed.",
]
HEADLINES = [
    "Minister says talks with {} rebels will go on",
    "Flood leaves {} families without homes in the south",
    "Court orders bank to repay {} customers",
    "Union calls {} drivers out on strike from Monday",
]


def article(seed, size):
    """An article of about so many characters; the same seed gives the same one."""
    chance, paragraphs, length = random.Random(seed), [], 0
    while length < size:
        paragraph = " ".join(
            chance.choice(SENTENCES).format(chance.randint(2, 99999)) for _ in range(4)
        )
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs)


class Job:
    """One request and, once it was asked alone, what is expected of its answer."""

    def __init__(self, kind, path, body):
        self.kind = kind
        self.short = kind in ("headline", "detection", "check")
        payload = json.dumps(body).encode()
        head = (
            f"POST {path} HTTP/1.1\r\nHost: service\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(payload)}\r\n\r\n"
        )
        self.request = head.encode() + payload
        self.expected = None
        self.raw = None

    def learn(self, body):
        self.raw, self.expected = essential(body), json.loads(body)
        forget(self.expected)

    def right(self, body):
        if essential(body) == self.raw:
            return True
        answer = json.loads(body)
        forget(answer)
        return alike(answer, self.expected)


def essential(body):
    """All but the timing, which stands last in every answer."""
    return body[: body.rfind(b'"timing"')]


def forget(answer):
    answer.pop("timing", None)


def alike(one, other):
    """Equal, but for figures (quality, confidence, risk, scores), which may differ a little."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[k], other[k]) for k in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= TOLERANCE
    return one == other


def mixture(samples):
    """The jobs of the mix: of ten requests eight are short."""
    jobs = []
    for i in range(40):
        headline = HEADLINES[i % len(HEADLINES)].format(1000 + 37 * i)
        jobs.append(Job("headline", "/v1/translations", {"texts": [headline], "source": "en", "targets": ["pt"]}))
    for i in range(10):
        text = SENTENCES[i % len(SENTENCES)].format(7 + i)
        jobs.append(Job("detection", "/v1/detections", {"texts": [text]}))
        changed = SENTENCES[i % len(SENTENCES)].format(8 + i)
        check = {"kind": "summary", "source": article(i, 800), "text": changed, "sourceLanguage": "en", "textLanguage": "en"}
        jobs.append(Job("check", "/v1/checks", check))
    texts = [file.read_bytes().decode() for file in sorted(pathlib.Path(samples).glob("*.txt"))]
    texts += [article(100 + i, 3000) for i in range(4)]
    for text in texts:
        jobs.append(Job("digest", "/v1/digests", {"text": text, "targets": ["pt"]}))
    for i in range(5):
        jobs.append(Job("translation", "/v1/translations", {"texts": [article(200 + i, 6000)], "source": "en", "targets": ["pt"]}))
    return jobs


class Mix:
    """Draws jobs: 50 % headlines, 15 % detections, 15 % checks, 12 % digests, 8 % long translations."""

    SHARES = {"headline": 50, "detection": 15, "check": 15, "digest": 12, "translation": 8}

    def __init__(self, jobs, seed):
        self.chance = random.Random(seed)
        self.jobs = {kind: [j for j in jobs if j.kind == kind] for kind in self.SHARES}

    def draw(self):
        kind = self.chance.choices(list(self.SHARES), self.SHARES.values())[0]
        return self.chance.choice(self.jobs[kind])


class Lost(Exception):
    """No answer, or half of one."""


class Connection:
    """One kept connection. `source` is a loopback address: clients of several addresses are several
    parties to the service."""

    def __init__(self, url, source="127.0.0.1"):
        address = urllib.parse.urlparse(url)
        self.host, self.port, self.source = address.hostname, address.port, source
        self.reader = self.writer = None

    async def call(self, request):
        """Status, headers (lower case) and body; raises Lost."""
        try:
            return await asyncio.wait_for(self._call(request), PATIENCE)
        except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError) as failure:
            self.close()
            raise Lost(type(failure).__name__) from failure

    async def _call(self, request):
        kept = self.writer is not None
        try:
            head = await self._ask(request)
        except (OSError, asyncio.IncompleteReadError) as failure:
            # A kept connection may have been closed in between; nothing of an answer may have come.
            if not kept or getattr(failure, "partial", b""):
                raise
            self.close()
            head = await self._ask(request)
        lines = head.decode("latin-1").split("\r\n")
        headers = dict(
            (name.lower(), value) for name, value in (l.split(": ", 1) for l in lines[1:] if ": " in l)
        )
        body = await self._body(headers)
        if headers.get("connection") == "close":
            self.close()
        return int(lines[0].split()[1]), headers, body

    async def _ask(self, request):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(
                self.host, self.port, limit=1 << 24, local_addr=(self.source, 0)
            )
        self.writer.write(request)
        return await self.reader.readuntil(b"\r\n\r\n")

    async def _body(self, headers):
        if headers.get("transfer-encoding") != "chunked":
            return await self.reader.readexactly(int(headers.get("content-length", 0)))
        parts = []
        while True:
            size = int(await self.reader.readuntil(b"\r\n"), 16)
            parts.append((await self.reader.readexactly(size + 2))[:-2])
            if size == 0:
                return b"".join(parts)

    def close(self):
        if self.writer is not None:
            self.writer.close()
            self.reader = self.writer = None


async def get(url, path):
    connection = Connection(url)
    try:
        status, _, body = await connection.call(f"GET {path} HTTP/1.1\r\nHost: service\r\n\r\n".encode())
        return status, body.decode()
    finally:
        connection.close()


async def gauge(url, name, label=""):
    """The sum of a metric over its labels, or those that hold this one; nan when it is not there."""
    _, metrics = await get(url, "/q/metrics")
    labels = rf"{{[^}}]*{label}[^}}]*}}" if label else r"(?:{[^}]*})?"
    values = re.findall(rf"(?m)^{name}{labels} ([0-9.E+-]+)$", metrics)
    return sum(map(float, values)) if values else float("nan")


async def learn(url, jobs):
    """Asks each job alone; those that are no article are left out. Gives those that are answered."""
    connection = Connection(url)
    answered = []
    for job in jobs:
        status, _, body = await connection.call(job.request)
        if status == 200:
            job.learn(body)
            answered.append(job)
        elif status != 422:
            raise RuntimeError(f"{job.kind} alone answered {status}: {body[:300]!r}")
    connection.close()
    return answered


class Tally:
    """What came of the requests of one phase of so many seconds."""

    def __init__(self, jobs, seconds=PATIENCE):
        self.jobs = jobs
        self.answered = {kind: 0 for kind in Mix.SHARES}
        self.in_time = dict(self.answered)
        self.refused = dict(self.answered)
        self.end, self.seconds = time.perf_counter() + seconds, seconds
        self.codes, self.times = {}, []
        self.wrong = self.crossed = self.lost = self.sent = 0
        self.losses = {}

    async def ask(self, connection, job):
        """Whether it was answered; a refusal or a loss is counted."""
        self.sent += 1
        start = time.perf_counter()
        try:
            status, headers, body = await connection.call(job.request)
        except Lost as loss:
            self.lost += 1
            self.losses[str(loss)] = self.losses.get(str(loss), 0) + 1
            return False
        if status != 200:
            self._refused(job.kind, status, headers, body)
            return False
        if job.short:
            self.times.append(1000 * (time.perf_counter() - start))
        self._compare(job, body)
        return True

    def _refused(self, kind, status, headers, body):
        found = re.search(rb'"code":"([a-z-]+)"', body)
        code = f"{status} {found.group(1).decode() if found else 'undocumented'}"
        if status == 429 and not headers.get("retry-after", "").isdigit():
            code += " without Retry-After"
        self.codes[code] = self.codes.get(code, 0) + 1
        self.refused[kind] += status == 429

    def _compare(self, job, body):
        if job.right(body):
            self.answered[job.kind] += 1
            self.in_time[job.kind] += time.perf_counter() < self.end
            return
        self.wrong += 1
        if any(other is not job and other.kind == job.kind and other.right(body) for other in self.jobs):
            self.crossed += 1

    def count(self):
        return sum(self.answered.values())

    def rate(self):
        """Right answers a second within the time of the phase."""
        return sum(self.in_time.values()) / self.seconds

    def goodput(self, costs):
        """Seconds of the machine a second that went into right answers, within the time of the phase."""
        return sum(self.in_time[kind] * costs[kind] for kind in costs) / self.seconds

    def failures(self):
        """Answers that are none of: right, refused with 429 queue-full."""
        return self.wrong + self.lost + sum(n for code, n in self.codes.items() if code != "429 queue-full")

    def tell(self, label):
        print(
            f"{label}: sent {self.sent}, right {self.count()}, wrong {self.wrong} (crossed {self.crossed}), "
            f"lost {self.lost} {self.losses or ''}, refused {self.codes or 0}\n"
            f"{label}: right and refused of each kind:",
            ", ".join(f"{kind} {self.answered[kind]}/{self.refused[kind]}" for kind in self.answered),
            flush=True,
        )


def options(minutes, clients):
    """The arguments of every script that drives the service; more may be added."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--pid", type=int, required=True)
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--minutes", type=float, default=minutes)
    arguments.add_argument("--clients", type=int, default=clients)
    arguments.add_argument("--calibration", type=float, default=10, help="seconds of each measurement before")
    return arguments


def source(number):
    """A loopback address for a client."""
    return f"127.0.0.{2 + number % 200}"


async def closed_loop(url, tally, draw, clients, seconds):
    """Clients that ask again as soon as they are answered, and wait a little when refused."""
    end = time.perf_counter() + seconds

    async def client(number):
        connection = Connection(url, source(number))
        while time.perf_counter() < end:
            if not await tally.ask(connection, draw()):
                await asyncio.sleep(0.05)
        connection.close()

    await asyncio.gather(*(client(i) for i in range(clients)))


async def open_loop(url, tally, draw, clients, rate, seconds, seed=1):
    """Clients that ask at random times, so many requests a second together, whatever the service says.
    One that is still waiting when its next time comes asks as soon as it is answered."""
    chance = random.Random(seed)
    start = time.perf_counter()

    async def client(number):
        connection = Connection(url, source(number))
        due = start + chance.expovariate(rate / clients)
        while due < start + seconds:
            await asyncio.sleep(max(0, due - time.perf_counter()))
            await tally.ask(connection, draw())
            due += chance.expovariate(rate / clients)
        connection.close()

    await asyncio.gather(*(client(i) for i in range(clients)))


async def warm(url, jobs, seconds):
    """What no measurement may begin without: compiled code, loaded models, a known rate."""
    await closed_loop(url, Tally(jobs), Mix(jobs, 3).draw, 16, seconds)


async def costs(url, jobs, seconds):
    """Seconds of the machine one request of each kind takes when the machine does nothing else."""
    found = {}
    for kind in Mix.SHARES:
        chance, own = random.Random(5), [job for job in jobs if job.kind == kind]
        tally = Tally(jobs, seconds)
        await closed_loop(url, tally, lambda: chance.choice(own), 16, seconds)
        found[kind] = 1 / max(1 / seconds, tally.rate())
    return found


async def peak(url, jobs, price, seconds):
    """The most work and requests a second of the mix, by closed loops of growing width."""
    best = (0.0, 0.0)
    for clients in (8, 24, 48):
        tally = Tally(jobs, seconds)
        await closed_loop(url, tally, Mix(jobs, clients).draw, clients, seconds)
        best = max(best, (tally.goodput(price), tally.rate()))
        print(f"  closed loop, {clients} clients: {tally.rate():.1f} answers a second", flush=True)
    return best


def slope(samples):
    """Least squares of (seconds, value), as a rise per hour."""
    n = len(samples)
    if n < 3:
        return float("nan")
    at = sum(t for t, _ in samples) / n
    mean = sum(v for _, v in samples) / n
    spread = sum((t - at) ** 2 for t, _ in samples)
    return 3600 * sum((t - at) * (v - mean) for t, v in samples) / spread
