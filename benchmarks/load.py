"""Twice the load the service can take: every answer is compared with the one its request got alone."""
import asyncio
import time

import traffic
from figures import percentile, resident
from traffic import Connection, Job, Mix, Tally, article


def verdict(name, good, told):
    print(f"  {'ok  ' if good else 'MISS'} {name}: {told}")
    return good


async def sample_memory(pid, samples):
    start = time.perf_counter()
    while True:
        samples.append((time.perf_counter() - start, resident(pid)))
        await asyncio.sleep(1)


async def overload(options, jobs, rate):
    seconds = 60 * options.minutes
    samples, tally = [], Tally(jobs, seconds)
    sampling = asyncio.create_task(sample_memory(options.pid, samples))
    cpu = time.process_time()
    await traffic.open_loop(options.url, tally, Mix(jobs, 7).draw, options.clients, 2 * rate, seconds)
    sampling.cancel()
    used = (time.process_time() - cpu) / seconds
    print(f"  offered {2 * rate:.1f}, sent {tally.sent / seconds:.1f} requests a second; the clients took {used:.0%} of a core")
    return tally, samples[len(samples) // 3 :]


async def headlines(url, jobs, seconds):
    """One client with short requests, a twentieth of a second between them: milliseconds of each."""
    connection, tally = Connection(url, "127.0.0.250"), Tally(jobs)
    own = [job for job in jobs if job.kind == "headline"]
    end, number = time.perf_counter() + seconds, 0
    while time.perf_counter() < end:
        await tally.ask(connection, own[number % len(own)])
        number += 1
        await asyncio.sleep(0.05)
    connection.close()
    if tally.failures() or tally.codes:
        tally.tell("  short requests beside a long article")
    return tally.times


async def long_articles(url, done):
    connection, number = Connection(url, "127.0.0.251"), 0
    while True:
        body = {"texts": [article(1000 + number, 198_000)], "source": "en", "targets": ["pt"]}
        start = time.perf_counter()
        status, _, _ = await connection.call(Job("translation", "/v1/translations", body).request)
        done.append((status, time.perf_counter() - start))
        number += 1


async def short_beside_long(options, jobs):
    await headlines(options.url, jobs, 2)
    alone = await headlines(options.url, jobs, options.alone)
    done = []
    load = asyncio.create_task(long_articles(options.url, done))
    await asyncio.sleep(2)
    loaded = await headlines(options.url, jobs, options.alone)
    load.cancel()
    for name, times in (("alone", alone), ("beside a 200,000-character article", loaded)):
        print(f"  headline {name}: n {len(times)}, p50 {percentile(times, 0.5):.0f} ms, p99 {percentile(times, 0.99):.0f} ms")
    print(f"  long articles meanwhile: {[(status, round(took, 1)) for status, took in done]}")
    return percentile(loaded, 0.99) / percentile(alone, 0.99)


async def main():
    arguments = traffic.options(minutes=10, clients=200)
    arguments.add_argument("--alone", type=float, default=20, help="seconds of short requests, alone and loaded")
    options = arguments.parse_args()

    jobs = await traffic.learn(options.url, traffic.mixture(options.data))
    print(f"{len(jobs)} requests with their answers")
    await traffic.warm(options.url, jobs, 2 * options.calibration)
    price = await traffic.costs(options.url, jobs, options.calibration)
    print("machine time a request:", ", ".join(f"{kind} {1000 * cost:.1f} ms" for kind, cost in price.items()))
    work, rate = await traffic.peak(options.url, jobs, price, options.calibration)

    print("short requests")
    ratio = await short_beside_long(options, jobs)
    print(f"overload: {options.clients} clients, {options.minutes:g} minutes")
    tally, samples = await overload(options, jobs, rate)
    tally.tell("  answers")
    again, _ = await traffic.peak(options.url, jobs, price, options.calibration)
    print(f"  the peak after it: {again / work:.0%} of the one before")
    print(f"  short requests under overload: p50 {percentile(tally.times, 0.5):.0f} ms, p99 {percentile(tally.times, 0.99):.0f} ms")
    # Machines change their speed while they are measured: the mean of what was before and after.
    goodput = 2 * tally.goodput(price) / (work + again)
    growth = traffic.slope(samples)
    results = [
        verdict("wrong, lost, crossed answers", tally.wrong + tally.lost == 0, tally.wrong + tally.lost),
        verdict("refusals only as 429 with Retry-After", tally.failures() == tally.wrong + tally.lost, tally.codes or "none"),
        verdict("goodput, 90 % of the peak", goodput >= 0.9, f"{goodput:.0%} ({tally.rate():.1f} of {rate:.1f} answers a second)"),
        verdict("p99 of short requests beside a long article, 3 times alone", ratio <= 3, f"{ratio:.1f} times"),
    ]
    print(f"  resident {samples[0][1]:.0f} to {samples[-1][1]:.0f} MiB in the last two thirds, slope {growth:+.0f} MiB an hour")
    raise SystemExit(0 if all(results) else 1)


asyncio.run(main())
