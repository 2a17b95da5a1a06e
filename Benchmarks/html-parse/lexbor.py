"""Parses the same pages with Lexbor, by way of selectolax: parse only, processor time, best round."""

import pathlib
import sys
import time

from selectolax.lexbor import LexborHTMLParser

folder, seconds = sys.argv[1], float(sys.argv[2])
pages = [path.read_bytes() for path in sorted(pathlib.Path(folder).glob("*.html"))]
total = sum(map(len, pages))
best, rounds, start = float("inf"), 0, time.perf_counter()
while time.perf_counter() - start < seconds or rounds < 3:
    before = time.process_time()
    for page in pages:
        LexborHTMLParser(page)
    best = min(best, time.process_time() - before)
    rounds += 1
print(f"pages {len(pages)} bytes {total} rounds {rounds} best {total / best / 1e6:.2f} MB/s")
