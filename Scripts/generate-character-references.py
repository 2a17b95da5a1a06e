#!/usr/bin/env python3
"""Writes Sources/Pages/HTML5/CharacterReferences+Generated.swift from the table in Python's standard library.

The table is the WHATWG standard's (https://html.spec.whatwg.org/multipage/named-characters.html): 2,231 references, of which 106
may stand without their semicolon. Run from the root of the repository:

    python3 Scripts/generate-character-references.py > Sources/Pages/HTML5/CharacterReferences+Generated.swift
"""

from html.entities import html5

names = sorted(name[:-1] for name in html5 if name.endswith(";"))
words = []
for name in names:
    code_points = "+".join(f"{ord(c):X}" for c in html5[name + ";"])
    words.append(("!" if name in html5 else "") + name + "=" + code_points)

lines, line = [], ""
for word in words:
    if len(line) + 1 + len(word) > 118:
        lines.append(line)
        line = ""
    line = f"{line} {word}" if line else word
lines.append(line)

print("// Written by Scripts/generate-character-references.py; do not edit.")
print()
print("extension CharacterReferences {")
print("  /// Every named reference as `name=code point in hexadecimal[+second code point]`, apart by one space; `!` marks the names that")
print("  /// may stand without a semicolon.")
print('  static let names: StaticString = """')
for i, line in enumerate(lines):
    print("    " + line + (" \\" if i + 1 < len(lines) else ""))
print('    """')
print("}")
