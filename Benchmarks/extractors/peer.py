#!/usr/bin/env python3
"""peer.py NAME PAGES.jsonl: runs one other extractor over pages and prints the CPU seconds of the extraction alone, as JSON.

Its start, and reading the pages, are not counted. Each is called as its documentation says for an article with its metadata.
"""
import importlib.metadata, json, sys, time


def extractor(name):
    if name == "trafilatura":
        import trafilatura
        return lambda page: trafilatura.extract(page["html"], url=page["url"], output_format="json", with_metadata=True)
    if name == "resiliparse":
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
        return lambda page: extract_plain_text(HTMLTree.parse(page["html"]), main_content=True)
    if name == "rs-trafilatura":
        import rs_trafilatura
        return lambda page: rs_trafilatura.extract(page["html"], url=page["url"]).main_content
    sys.exit(f"no such extractor: {name}")


def main():
    name, path = sys.argv[1:3]
    extract = extractor(name)
    with open(path, encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    extract(pages[0])
    failures = 0
    start = time.process_time()
    for page in pages:
        try:
            extract(page)
        except Exception:
            failures += 1
    print(json.dumps({"seconds": time.process_time() - start, "failures": failures, "version": importlib.metadata.version(name)}))


main()
