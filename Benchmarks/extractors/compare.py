#!/usr/bin/env python3
"""Speed of `copydesk extract --jsonl` against other extractors: the same pages, the same core, by turns in one run.

    make release
    python3.12 -m venv peers && peers/bin/pip install -r Benchmarks/extractors/requirements.txt
    peers/bin/python Benchmarks/extractors/compare.py PAGES... [--runs N] [--copydesk PATH] [--peers NAME,NAME]

PAGES are folders of saved pages (`*.html` or `*.html.gz`, or a corpus with a folder `html`). Of Copydesk the whole process is measured as the operating
system counts it: its start, JSON in, extraction, JSON out with evidence and every block that is not in the body. Of the others the extraction alone is, without
their start and their input. Figures are medians of CPU time; the ratio is of one round's figures, median over the rounds.
"""
import argparse, glob, gzip, json, os, resource, statistics, subprocess, sys, tempfile


def pages_of(folder):
    paths = sorted(glob.glob(f"{folder}/*.html*") + glob.glob(f"{folder}/html/*.html*"))
    for path in paths:
        opened = gzip.open if path.endswith(".gz") else open
        with opened(path, "rb") as file:
            content = file.read()
        if content.strip():
            yield {"id": os.path.basename(path).split(".html")[0], "url": None, "html": content.decode("utf-8", "replace")}


def pinned():
    """Keeps a child on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def copydesk(program, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "extract", "--jsonl", "--workers", "1", path], stdout=subprocess.DEVNULL, preexec_fn=pinned)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peer(name, path):
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peer.py")
    result = subprocess.run([sys.executable, script, name, path], capture_output=True, text=True, preexec_fn=pinned)
    if result.returncode != 0:
        sys.exit(f"{name}: {result.stderr.strip().splitlines()[-1] if result.stderr else 'failed'}\nsee requirements.txt")
    return json.loads(result.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="PAGES")
    parser.add_argument("--copydesk", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.build/release/copydesk"))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", default="resiliparse,rs-trafilatura,trafilatura")
    arguments = parser.parse_args()
    if not os.access(arguments.copydesk, os.X_OK):
        sys.exit(f"{arguments.copydesk}: not found; run `make release` first")
    peers = [name for name in arguments.peers.split(",") if name]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "pages.jsonl")
        count = size = 0
        with open(path, "w", encoding="utf-8") as file:
            for pages in arguments.folders:
                for page in pages_of(pages):
                    file.write(json.dumps(page, ensure_ascii=False) + "\n")
                    count, size = count + 1, size + len(page["html"].encode())
        if count == 0:
            sys.exit(f"{', '.join(arguments.folders)}: no pages (*.html, *.html.gz)")
        ours, theirs, versions = [], {name: [] for name in peers}, {}
        for _ in range(arguments.runs):
            ours.append(copydesk(arguments.copydesk, path))
            for name in peers:
                result = peer(name, path)
                theirs[name].append(result["seconds"])
                versions[name] = result["version"]
    print(f"{count} pages, {size / 1e6:.1f} MB, medians of {arguments.runs} rounds on one core")
    print(f"{'extractor':24} {'pages/s':>9} {'MB/s':>8} {'Copydesk is faster by':>22}")
    seconds = statistics.median(ours)
    print(f"{'Copydesk':24} {count / seconds:9.1f} {size / seconds / 1e6:8.1f}")
    for name in peers:
        seconds = statistics.median(theirs[name])
        ratio = statistics.median(their / our for our, their in zip(ours, theirs[name]))
        print(f"{name + ' ' + versions[name]:24} {count / seconds:9.1f} {size / seconds / 1e6:8.1f} {ratio:21.1f}x")


main()
