"""A long run at 70 % of the peak: how much the service's resources grow an hour."""
import asyncio
import pathlib
import time

import traffic
from figures import resident
from traffic import Mix, Tally

NATIVE = "dragoman_native_handles"


async def resources(url, pid):
    folder = pathlib.Path(f"/proc/{pid}")
    memory = resident(pid)
    heap = await traffic.gauge(url, "jvm_memory_committed_bytes", 'area="heap"') / (1 << 20)
    return {
        "resident MiB": memory,
        "heap MiB": heap,
        "resident besides": memory - heap,
        "native handles": await traffic.gauge(url, NATIVE),
        "threads": len(list((folder / "task").iterdir())),
        "file descriptors": len(list((folder / "fd").iterdir())),
    }


async def watch(options, samples):
    start = time.perf_counter()
    while True:
        samples.append((time.perf_counter() - start, await resources(options.url, options.pid)))
        await asyncio.sleep(options.every)


def report(samples, resting):
    print(f"{'':18} {'start':>8} {'end':>8} {'least':>8} {'most':>8} {'an hour':>9} {'2nd half':>9} {'at rest':>8}")
    for name in resting:
        values = [(at, found[name]) for at, found in samples]
        plain = [value for _, value in values]
        print(
            f"{name:18} {plain[0]:8.0f} {plain[-1]:8.0f} {min(plain):8.0f} {max(plain):8.0f} "
            f"{traffic.slope(values):+9.1f} {traffic.slope(values[len(values) // 2 :]):+9.1f} {resting[name]:8.0f}"
        )


async def main():
    arguments = traffic.options(minutes=15, clients=50)
    arguments.add_argument("--warm-up", type=float, help="minutes not looked at (default: a fifth, 3 at most)")
    arguments.add_argument("--every", type=float, default=2, help="seconds between looks")
    options = arguments.parse_args()

    jobs = await traffic.learn(options.url, traffic.mixture(options.data))
    await traffic.warm(options.url, jobs, 2 * options.calibration)
    even = {kind: 1.0 for kind in Mix.SHARES}
    _, peak = await traffic.peak(options.url, jobs, even, options.calibration)
    warm_up = options.warm_up if options.warm_up is not None else min(3, options.minutes / 5)
    print(f"{0.7 * peak:.1f} requests a second, {warm_up:g} minutes of warm-up, then {options.minutes:g} minutes", flush=True)

    await traffic.open_loop(options.url, Tally(jobs), Mix(jobs, 8).draw, options.clients, 0.7 * peak, 60 * warm_up, seed=2)
    samples, tally = [], Tally(jobs, 60 * options.minutes)
    watching = asyncio.create_task(watch(options, samples))
    await traffic.open_loop(options.url, tally, Mix(jobs, 9).draw, options.clients, 0.7 * peak, 60 * options.minutes, seed=3)
    watching.cancel()
    await asyncio.sleep(3)
    tally.tell("answers")
    report(samples, await resources(options.url, options.pid))
    raise SystemExit(1 if tally.failures() else 0)


asyncio.run(main())
