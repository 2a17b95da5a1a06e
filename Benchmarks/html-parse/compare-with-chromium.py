#!/usr/bin/env python3
"""Compares the trees of `HTMLParser` with headless Chromium's, page by page.

    compare-with-chromium.py TOOL FOLDER [--chromium PATH] [--diff]

TOOL is the built `html-parse`; FOLDER holds pages (*.html or *.html.gz, UTF-8). Chromium parses each page with `DOMParser`, which runs no
scripts and has scripting off for the parser as well, and writes the tree in the notation of the html5lib tests. Text nodes that stand side
by side are taken as one, since Chromium cuts text at 65,536 characters. Prints one line for each page and the number of equal ones;
`--diff` shows where the others differ. Exits with 1 if any does.
"""

import argparse
import base64
import concurrent.futures
import difflib
import gzip
import pathlib
import re
import subprocess
import sys
import tempfile

HARNESS = """<!DOCTYPE html><meta charset="utf-8"><body><script src="page.js"></script><script>
const bytes = Uint8Array.from(atob(page), c => c.charCodeAt(0));
const parsed = new DOMParser().parseFromString(new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes), "text/html");
const spaces = {"http://www.w3.org/2000/svg": "svg ", "http://www.w3.org/1998/Math/MathML": "math "};
const attributeSpaces = {
  "http://www.w3.org/1999/xlink": "xlink ", "http://www.w3.org/XML/1998/namespace": "xml ", "http://www.w3.org/2000/xmlns/": "xmlns "
};
const lines = [];
function line(depth, text) { lines.push("| " + "  ".repeat(depth) + text); }
function children(node, depth) {
  let text = null;
  function flush() { if (text !== null) line(depth, '"' + text + '"'); text = null; }
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) { text = (text ?? "") + child.data; continue; }
    flush();
    describe(child, depth);
  }
  flush();
}
function describe(node, depth) {
  if (node.nodeType === 8) return line(depth, "<!-- " + node.data + " -->");
  if (node.nodeType === 7) return line(depth, "<?" + node.target + " " + node.data + ">");
  if (node.nodeType === 10) {
    const ids = node.publicId || node.systemId ? ` "${node.publicId}" "${node.systemId}"` : "";
    return line(depth, "<!DOCTYPE " + node.name + ids + ">");
  }
  if (node.nodeType !== 1) return;
  line(depth, "<" + (spaces[node.namespaceURI] ?? "") + node.localName + ">");
  const attributes = Array.from(node.attributes).map(a => [(attributeSpaces[a.namespaceURI] ?? "") + a.localName, a.value]);
  attributes.sort((a, b) => a[0] < b[0] ? -1 : 1);
  for (const [name, value] of attributes) line(depth + 1, name + '="' + value + '"');
  if (node.content instanceof DocumentFragment) {
    line(depth + 1, "content");
    children(node.content, depth + 2);
  }
  children(node, depth + 1);
}
children(parsed, 0);
const out = new TextEncoder().encode(lines.join("\\n") + "\\n");
let binary = "";
for (let i = 0; i < out.length; i += 32768) binary += String.fromCharCode.apply(null, out.subarray(i, i + 32768));
document.body.innerHTML = "<pre>RESULT" + btoa(binary) + "END</pre>";
</script>"""


def chromium_tree(chromium, page):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "harness.html").write_text(HARNESS)
        (root / "page.js").write_text('const page = "' + base64.b64encode(page).decode() + '";')
        command = [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--disable-dev-shm-usage",
            f"--user-data-dir={root / 'profile'}", "--dump-dom", f"file://{root / 'harness.html'}",
        ]
        result = subprocess.run(command, capture_output=True, timeout=180)
    found = re.search(rb"RESULT([A-Za-z0-9+/=]*)END", result.stdout)
    if not found:
        raise RuntimeError("Chromium gave no tree: " + result.stderr.decode(errors="replace")[-400:])
    return base64.b64decode(found.group(1)).decode()


def our_tree(tool, page):
    with tempfile.NamedTemporaryFile(suffix=".html") as file:
        file.write(page)
        file.flush()
        return subprocess.run([tool, "--tree", file.name], capture_output=True, check=True).stdout.decode()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("tool")
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--chromium", default="chromium")
    arguments.add_argument("--diff", action="store_true")
    arguments.add_argument("--jobs", type=int, default=1)
    options = arguments.parse_args()
    files = sorted([*options.folder.glob("*.html"), *options.folder.glob("*.html.gz")])

    def compare(file):
        page = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        return file, chromium_tree(options.chromium, page), our_tree(options.tool, page)

    equal = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for file, theirs, ours in pool.map(compare, files):
            if theirs == ours:
                equal += 1
                print(f"equal     {file.name}")
                continue
            changes = [
                line
                for line in difflib.unified_diff(theirs.split("\n"), ours.split("\n"), "Chromium", "here", lineterm="", n=2)
            ]
            print(f"different {file.name}: {sum(c[0] in '+-' for c in changes)} lines")
            if options.diff:
                print("\n".join("    " + change[:200] for change in changes[:40]))
    print(f"{equal} of {len(files)} pages equal")
    sys.exit(equal != len(files))


if __name__ == "__main__":
    main()
