#!/usr/bin/env python3
"""Speed and memory of `copydesk extract --jsonl` on text dumps made here.

    make release && Benchmarks/extract-jsonl.py [--copydesk PATH] [--runs N]

Prints, per input and worker count, the median of the runs: documents per second of CPU time and of wall time, and peak memory. CPU time includes the
program's start, and children are measured by the operating system, so the figures can be checked with `/usr/bin/time -v`.
"""
import argparse, json, os, resource, statistics, subprocess, sys, tempfile, time

WORDS = ("harbor council ferry pilot minister budget island school vote quay report winter bridge station police nurse market train "
         "river mayor court storm repair union ticket valley engineer library festival clinic").split()


def paragraph(number, words):
    state = number * 2654435761 % 4294967296
    out = []
    for _ in range(words):
        state = (state * 1103515245 + 12345) % 2147483648
        out.append(WORDS[state >> 16 & 31 if (state >> 16 & 31) < len(WORDS) else 0])
    return " ".join(out).capitalize() + "."


def dump(number, paragraphs, words):
    """A dump of the shape that text crawls have: date, headline, byline, text, syndication line, rights notice, widgets."""
    body = [paragraph(number * 31 + i, words) for i in range(paragraphs)]
    body[0] = "(Mara Lindqvist, Antiwar.com) " + body[0]
    return "\n\n".join(
        ["Friday, March 14, 2025", f"Council Votes To Keep Ferry Number {number} in Service Through the Winter"] + body
        + ["This article originally appeared at Antiwar.com.\u00a0", "\u00a0",
           "Copyright 2025. No part of this site may be reproduced in whole or in part without the permission of the copyright owner. "
           "To inquire, use the contact form at https://headlineusa.com/advertising.\n- Advertisement -", "TRENDING NOW", "TRENDING NOW"])


def measure(command, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    with open(path, "rb") as stdin:
        subprocess.run(command, stdin=stdin, stdout=subprocess.DEVNULL, check=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, after.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copydesk", default=os.path.join(os.path.dirname(__file__), "../.build/release/copydesk"))
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    if not os.access(arguments.copydesk, os.X_OK):
        sys.exit(f"{arguments.copydesk}: not found; run `make release` first")
    print(f"{'input':34} {'workers':>7} {'docs/s CPU':>11} {'docs/s wall':>11} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, count, paragraphs, words in (("100,000 short dumps (0.6 kB)", 100_000, 1, 20), ("10,000 dumps of 3.5 kB", 10_000, 7, 60)):
            path = os.path.join(folder, "input.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                for number in range(count):
                    file.write(json.dumps({"id": str(number), "text": dump(number, paragraphs, words)}) + "\n")
            for workers in (1, 2):
                runs = [measure([arguments.copydesk, "extract", "--jsonl", "--workers", str(workers), "-"], path) for _ in range(arguments.runs)]
                cpu, wall, memory = (statistics.median(run[i] for run in runs) for i in range(3))
                # ru_maxrss of children is the largest seen so far: an upper bound for later rows.
                print(f"{name:34} {workers:>7} {count / cpu:>11.0f} {count / wall:>11.0f} {memory:>8.0f}")


if __name__ == "__main__":
    main()
