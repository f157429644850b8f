#!/usr/bin/env python3
"""Writes models/students.json, the part of the catalogue that lists the publisher's student models.

Three sources give it; each states what it knows, and what it does not state stays absent:

  checkout DIR    A checkout of the source repository, with or without its large files: a pointer of
                  git-lfs tells checksum and size of the gzip file as the file itself would.
                  metadata.json beside the files tells languages, scores, checksum and size of the
                  unpacked weights. The addresses are those of the commit.
  registry FILE   The publisher's current registry (db/models.json), a file, an address or - for
                  standard input. It tells checksum and size of the unpacked weights alone, so the
                  other files are pinned when they are first installed.
  facts FILE      A list of the same facts as a checkout holds, in one JSON file: "repository",
                  "commit", "licence" and "models", each with "pair", "architecture", "files"
                  ("path", "gzipSha256", "gzipBytes"), "modelSha256", "modelBytes", "floresBleu" and
                  "floresComet".

Examples:

  models/generate.py checkout ../firefox-translations-models -o models/students.json
  models/generate.py registry https://HOST/db/models.json -o models/students.json
  models/generate.py facts firefox-models.json > models/students.json
"""

import argparse
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import urllib.request

REPOSITORY = "mozilla/firefox-translations-models"
MEDIA = "https://media.githubusercontent.com/media/%s/%s/"
LICENCE = "MPL-2.0"
VARIANTS = ["tiny", "base-memory", "base"]

# A file's role by the first part of its name; "vocab" is shared by both languages.
ROLES = {
    "model": "weights",
    "vocab": "vocabulary",
    "srcvocab": "source-vocabulary",
    "trgvocab": "target-vocabulary",
    "lex": "shortlist",
    "qualityModel": "quality",
}

# The same as the registry calls them.
REGISTRY_ROLES = {
    "model": "weights",
    "vocab": "vocabulary",
    "srcVocab": "source-vocabulary",
    "trgVocab": "target-vocabulary",
    "lexicalShortlist": "shortlist",
    "qualityModel": "quality",
}


def main():
    arguments = parser().parse_args()
    models = [model for model in arguments.read(arguments) if complete(model)]
    models.sort(key=lambda model: (model["languages"]["from"], model["languages"]["to"],
                                   VARIANTS.index(model["variant"])))
    if arguments.output == "-":
        sys.stdout.write(rendered(models))
    else:
        pathlib.Path(arguments.output).write_text(rendered(models), encoding="utf-8")
    sys.stderr.write("%d models\n" % len(models))


def parser():
    top = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sources = top.add_subparsers(title="sources", metavar="SOURCE", required=True)
    checkout = sources.add_parser("checkout", help="a checkout of the source repository")
    checkout.add_argument("source", metavar="DIR")
    checkout.add_argument("--commit", help="what the addresses name; the checkout's own when absent")
    checkout.add_argument("--repository", default=REPOSITORY, help="OWNER/NAME (%(default)s)")
    checkout.set_defaults(read=from_checkout)
    registry = sources.add_parser("registry", help="the publisher's registry")
    registry.add_argument("source", metavar="FILE|ADDRESS")
    registry.add_argument("--unreleased", action="store_true",
                          help="with the models whose releaseStatus is none of a release")
    registry.set_defaults(read=from_registry)
    facts = sources.add_parser("facts", help="facts collected before")
    facts.add_argument("source", metavar="FILE")
    facts.set_defaults(read=from_facts)
    for source in (checkout, registry, facts):
        source.add_argument("--base-url", metavar="ADDRESS",
                            help="where the files are fetched, in place of what the source says")
        source.add_argument("-o", "--output", default="-", metavar="FILE",
                            help="standard output when absent")
    return top


def from_checkout(arguments):
    root = pathlib.Path(arguments.source)
    commit = arguments.commit or commit_of(root)
    base = arguments.base_url or MEDIA % (arguments.repository, commit)
    for variant in VARIANTS:
        for folder in sorted(path for path in (root / "models" / variant).glob("*") if path.is_dir()):
            told = folder / "metadata.json"
            metadata = json.loads(told.read_text(encoding="utf-8")) if told.is_file() else {}
            pair = (metadata.get("sourceLanguage"), metadata.get("targetLanguage"))
            if None in pair:
                pair = split(folder.name)
            files = [
                file(role_of(path.name), path.relative_to(root).as_posix(), packed=packed(path))
                for path in sorted(folder.glob("*.gz"))
                if role_of(path.name)
            ]
            content = checksum(metadata.get("hash"), metadata.get("byteSize"))
            scores = metadata.get("flores") or {}
            yield model(pair, variant, base, commit, files, content, scores,
                        "https://github.com/" + arguments.repository)


def from_registry(arguments):
    registry = json.loads(text(arguments.source))
    base = arguments.base_url or registry["baseUrl"]
    seen = set()
    for entries in registry["models"].values():
        for entry in entries:
            variant = entry.get("architecture")
            pair = (entry["sourceLanguage"], entry["targetLanguage"])
            released = str(entry.get("releaseStatus") or "").startswith("Release")
            if variant not in VARIANTS or not (released or arguments.unreleased):
                continue
            if (pair, variant) in seen:
                continue
            seen.add((pair, variant))
            files = [
                file(REGISTRY_ROLES[kind], told["path"],
                     packed=checksum(told.get("hash"), told.get("size")))
                for kind, told in sorted(entry["files"].items())
                if kind in REGISTRY_ROLES
            ]
            weights = entry["files"].get("model", {})
            content = checksum(weights.get("uncompressedHash"), weights.get("uncompressedSize"))
            revision = "sha256:" + content["sha256"] if content else None
            yield model(pair, variant, base, revision, files, content, registry_scores(entry),
                        "https://github.com/mozilla/translations")


def registry_scores(entry):
    """BLEU and COMET of FLORES-200, whatever the edition; a COMET in percent becomes a part."""
    metrics = entry.get("metrics") or {}
    scores = next((metrics[name] for name in sorted(metrics) if name.startswith("flores")), {})
    comet = scores.get("comet22", scores.get("comet"))
    if comet is not None and comet > 1:
        comet = round(comet / 100, 4)
    return {"bleu": scores.get("bleu"), "comet": comet}


def from_facts(arguments):
    facts = json.loads(text(arguments.source))
    base = arguments.base_url or MEDIA % (facts["repository"], facts["commit"])
    for entry in facts["models"]:
        files = [
            file(role_of(pathlib.PurePosixPath(told["path"]).name), told["path"],
                 packed=checksum(told.get("gzipSha256"), told.get("gzipBytes")))
            for told in sorted(entry["files"], key=lambda told: told["path"])
            if role_of(pathlib.PurePosixPath(told["path"]).name)
        ]
        content = checksum(entry.get("modelSha256"), entry.get("modelBytes"))
        scores = {"bleu": entry.get("floresBleu"), "comet": entry.get("floresComet")}
        yield model(split(entry["pair"]), entry["architecture"], base, facts["commit"], files,
                    content, scores, "https://github.com/" + facts["repository"],
                    facts.get("licence", LICENCE))


def model(pair, variant, base, revision, files, content, scores, upstream, licence=LICENCE):
    source, target = (tag(code) for code in pair)
    for each in files:
        if each["role"] == "weights" and content:
            each.update(content)
    card = {
        "name": ("firefox-%s-%s-%s" % (source, target, variant)).lower(),
        "family": "bergamot",
        "task": "translation",
        "languages": {"from": [source], "to": [target]},
        "source": {"web": base.rstrip("/") + "/"},
    }
    if revision:
        card["revision"] = revision
    card.update({"licence": licence, "upstream": upstream})
    published = {name: scores[name] for name in ("bleu", "comet") if scores.get(name) is not None}
    if published:
        card["published"] = published
    card.update({"preset": False, "variant": variant, "files": files})
    return card


def complete(card):
    """Whether the files are those of a model; what lacks one is told, and left out."""
    roles = {each["role"] for each in card["files"]}
    vocabulary = "vocabulary" in roles or {"source-vocabulary", "target-vocabulary"} <= roles
    if "weights" in roles and vocabulary:
        return True
    sys.stderr.write("%s is left out: weights or vocabulary are missing\n" % card["name"])
    return False


def file(role, member, packed):
    name = pathlib.PurePosixPath(member).name
    told = {"role": role, "path": name[:-3] if name.endswith(".gz") else name, "member": member}
    if packed:
        told["packed"] = packed
    return told


def role_of(name):
    role = ROLES.get(name.split(".")[0])
    if role is None:
        sys.stderr.write("%s is left out: not a file of a model\n" % name)
    return role


def checksum(sha256, size):
    return {"sha256": sha256, "bytes": size} if sha256 and size else None


def packed(path):
    """Checksum and size of a gzip file, from its git-lfs pointer where it was not fetched."""
    content = path.read_bytes()
    pointer = re.fullmatch(
        rb"version https://git-lfs\.github\.com/spec/v1\noid sha256:([0-9a-f]{64})\nsize (\d+)\n",
        content)
    if pointer:
        return checksum(pointer.group(1).decode(), int(pointer.group(2)))
    return checksum(hashlib.sha256(content).hexdigest(), len(content))


def split(pair):
    """The two languages of ende or en-zh_hant."""
    if "-" in pair:
        return tuple(pair.split("-", 1))
    if len(pair) != 4:
        raise SystemExit("Cannot tell the languages of " + pair)
    return pair[:2], pair[2:]


def tag(code):
    """BCP 47: zh-Hant for zh_hant."""
    parts = code.replace("_", "-").split("-")
    return "-".join(parts[:1] + [part.title() if len(part) == 4 else part.upper()
                                 for part in parts[1:]])


def commit_of(root):
    run = subprocess.run(["git", "-C", str(root), "rev-parse", "HEAD"], check=True,
                         capture_output=True, text=True)
    return run.stdout.strip()


def text(source):
    if source == "-":
        return sys.stdin.read()
    if re.match(r"https?://", source):
        with urllib.request.urlopen(source, timeout=60) as answer:
            return answer.read().decode("utf-8")
    return pathlib.Path(source).read_text(encoding="utf-8")


def rendered(models):
    """A model a line, so that a change of one is a change of its line."""
    lines = ",\n".join(json.dumps(each, ensure_ascii=False, separators=(", ", ": ")) for each in models)
    return ('{"$schema": "catalogue.schema.json", "version": 1, "models": [\n%s\n]}\n' % lines)


if __name__ == "__main__":
    main()
