"""Target ids a second of each engine, in turn, round by round: each is a process of its own that is
told how many rows, beams, workers and batches, and answers with the seconds it took."""
import argparse
import pathlib
import random
import statistics
import subprocess
import sys
import time

from figures import resident, spread

LENGTH, VOCABULARY = 30, 58101
PAD, END = VOCABULARY - 1, 0
# name, rows, beams, workers, batches a worker takes
CASES = [
    ("greedy, 32 rows, two workers", 32, 1, 2, 1),
    ("beam 4, 16 rows, two workers", 16, 4, 2, 1),
    ("greedy, one row, one worker", 1, 1, 1, 4),
]


def checkpoint(folder):
    """The weights of nobody, as transformers writes them."""
    if (folder / "model.safetensors").exists():
        return
    import torch
    from transformers import MarianConfig, MarianMTModel

    torch.manual_seed(1)
    model = MarianMTModel(
        MarianConfig(
            vocab_size=VOCABULARY, decoder_vocab_size=VOCABULARY, d_model=512,
            encoder_layers=6, decoder_layers=6, encoder_attention_heads=8,
            decoder_attention_heads=8, encoder_ffn_dim=2048, decoder_ffn_dim=2048,
            activation_function="swish", max_position_embeddings=512, scale_embedding=True,
            static_position_embeddings=True, share_encoder_decoder_embeddings=True,
            pad_token_id=PAD, eos_token_id=END, decoder_start_token_id=PAD,
            forced_eos_token_id=None,
        )
    )
    for weight in model.parameters():
        if weight.dim() > 1 and weight.requires_grad:
            torch.nn.init.normal_(weight, std=0.04)
    with torch.no_grad():
        model.model.shared.weight[PAD] = 0
    model.save_pretrained(folder)


def converted(folder, quantization):
    """The same weights for CTranslate2, which leaves the pad out of its vocabulary."""
    target = folder.parent / f"{folder.name}-{quantization}"
    if (target / "model.bin").exists():
        return target
    from ctranslate2.converters.transformers import MarianMTLoader
    from transformers import MarianMTModel

    model = MarianMTModel.from_pretrained(folder)
    spec = MarianMTLoader().get_model_spec(model)
    words = [f"t{i}" for i in range(PAD)]
    spec.register_source_vocabulary(words)
    spec.register_target_vocabulary(words)
    spec.config.eos_token = spec.config.decoder_start_token = "t0"
    spec.config.unk_token = "t1"
    spec.config.add_source_eos = False
    spec.validate()
    spec.optimize(quantization=quantization)
    target.mkdir(exist_ok=True)
    spec.save(str(target))
    return target


def read_rows(file):
    return [[int(i) for i in line.split()] for line in file.read_text().splitlines()]


def batches(rows, size, worker, count):
    for batch in range(count):
        start = (worker * count + batch) * size % (len(rows) - size + 1)
        yield rows[start : start + size]


def serve(seconds, ids):
    """Answers questions as Engine.java does."""
    print("ready", flush=True)
    for line in sys.stdin:
        asked = line.split()
        if asked[0] == "ids":
            for row in ids(int(asked[1])):
                print(*row)
            sys.stdout.flush()
        else:
            print(seconds(*map(int, asked)), flush=True)


def serve_ctranslate2(folder, rows, quantization):
    import ctranslate2

    engines = {}

    def translate(workers, words, size, beams):
        if workers not in engines:
            engines.clear()
            engines[workers] = ctranslate2.Translator(
                str(folder), inter_threads=workers, intra_threads=1, compute_type=quantization
            )
        return engines[workers].translate_batch(
            words, beam_size=beams, min_decoding_length=LENGTH, max_decoding_length=LENGTH,
            max_batch_size=size, batch_type="examples",
        )

    def words(part):
        return [[f"t{i}" for i in row] for row in part]

    def seconds(size, beams, workers, count):
        translate(workers, words(rows[:1]), 1, 1)
        asked = [
            row for worker in range(workers) for part in batches(rows, size, worker, count)
            for row in words(part)
        ]
        start = time.perf_counter()
        found = translate(workers, asked, size, beams)
        took = time.perf_counter() - start
        assert all(len(each.hypotheses[0]) == LENGTH for each in found)
        return took

    def ids(count):
        found = translate(1, words(rows[:count]), count, 1)
        return [[int(word[1:]) for word in each.hypotheses[0]] for each in found]

    serve(seconds, ids)


def serve_transformers(folder, rows):
    import torch
    from transformers import MarianMTModel

    torch.set_num_threads(1)
    model = MarianMTModel.from_pretrained(folder).eval()

    def generate(part, beams):
        with torch.no_grad():
            found = model.generate(
                torch.tensor(part), num_beams=beams, do_sample=False, min_new_tokens=LENGTH,
                max_new_tokens=LENGTH, bad_words_ids=[[PAD]],
            )
        assert found.shape[1] == LENGTH + 1
        return found[:, 1:].tolist()

    def seconds(size, beams, worker, count):
        start = time.perf_counter()
        for part in batches(rows, size, worker, count):
            generate(part, beams)
        return time.perf_counter() - start

    serve(seconds, lambda count: generate(rows[:count], 1))


class Engine:
    """One process, or two where an engine has no workers of its own."""

    def __init__(self, name, command, processes=1):
        self.name = name
        self.processes = [
            subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, text=True,
            )
            for _ in range(processes)
        ]
        for process in self.processes:
            self._line(process, "ready")

    def _line(self, process, wanted=None):
        while True:
            line = process.stdout.readline()
            if not line:
                sys.exit(f"{self.name} ended")
            if wanted is None or line.strip() == wanted:
                return line.strip()

    def ids(self, count):
        process = self.processes[0]
        print("ids", count, file=process.stdin, flush=True)
        return [self._line(process) for _ in range(count)]

    def rate(self, size, beams, workers, count):
        several = len(self.processes) > 1
        asked = self.processes[:workers]
        for worker, process in enumerate(asked):
            third = worker if several else workers
            print(size, beams, third, count, file=process.stdin, flush=True)
        took = max(float(self._line(process)) for process in asked)
        return size * workers * count * LENGTH / took

    def megabytes(self):
        return resident(self.processes[0].pid)

    def close(self):
        for process in self.processes:
            process.stdin.close()
            process.wait()


def ours(options, folder, rows, precision):
    java = [
        options.java, "-XX:+UseSerialGC", "-Xmx512m", "-Dai.djl.offline=true",
        "-Dai.djl.pytorch.num_threads=1", "-Dai.djl.pytorch.num_interop_threads=1",
        "-cp", options.path, "org.dragoman.torch.Engine",
    ]
    return Engine(f"dragoman {precision.lower()}", [*java, str(folder), str(rows), precision])


def peer(kind, *arguments, processes=1):
    command = [sys.executable, __file__, "--serve", kind, *map(str, arguments)]
    return Engine(" ".join([kind, *arguments[2:]]), command, processes)


def agreement(options, folder, rows):
    """In float32 all of them write the same."""
    engines = [
        ours(options, folder, rows, "FP32"),
        peer("ctranslate2", converted(folder, "float32"), rows, "float32"),
        peer("transformers", folder, rows),
    ]
    answers = [engine.ids(8) for engine in engines]
    for engine in engines:
        engine.close()
    same = sum(len(set(row)) == 1 for row in zip(*answers))
    print(f"in float32 all three write the same ids for {same} of 8 rows", flush=True)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--work", type=pathlib.Path)
    arguments.add_argument("--java")
    arguments.add_argument("--path")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--minutes", type=float, default=30)
    arguments.add_argument("--serve", nargs="+")
    options = arguments.parse_args()
    if options.serve:
        kind, folder, rows, *more = options.serve
        folder, rows = pathlib.Path(folder), read_rows(pathlib.Path(rows))
        if kind == "ctranslate2":
            serve_ctranslate2(folder, rows, *more)
        else:
            serve_transformers(folder, rows)
        return

    folder, rows = options.work / "opus-size", options.work / "opus-size-rows.txt"
    checkpoint(folder)
    numbers = random.Random(1)
    rows.write_text(
        "\n".join(
            " ".join(str(numbers.randrange(2, PAD)) for _ in range(LENGTH - 1)) + f" {END}"
            for _ in range(256)
        )
    )
    agreement(options, folder, rows)
    engines = [
        ours(options, folder, rows, "INT8"),
        peer("ctranslate2", converted(folder, "int8"), rows, "int8"),
        peer("transformers", folder, rows, processes=2),
    ]
    for engine in engines:
        for _, *case in CASES:
            engine.rate(*case)
    end = time.time() + 60 * options.minutes
    rates = {(engine.name, case[0]): [] for engine in engines for case in CASES}
    for _ in range(options.rounds):
        if time.time() > end:
            break
        for name, *case in CASES:
            for engine in engines:
                rates[engine.name, name].append(engine.rate(*case))
    for name, *_ in CASES:
        print(f"{name}: target ids a second, medians (min to max)")
        mine = statistics.median(rates[engines[0].name, name])
        for engine in engines:
            each = rates[engine.name, name]
            ratio = mine / statistics.median(each)
            print(f"  {engine.name:18} {spread(each)}; we have {ratio:.2f} x")
    for engine in engines:
        print(f"{engine.name}: {engine.megabytes():.0f} MiB resident (a process)")
        engine.close()


if __name__ == "__main__":
    main()
