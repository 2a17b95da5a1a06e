"""Prints a model as Swift source."""

HEADER = """// Made by Training/train.py; do not edit. `make train` makes it anew from labelled corpora (Training/README.md).
// Per feature: what it adds to the log odds that a block is part of the article's text, and the middle between its means
// over the articles' blocks and over all others.
"""


def block_models(models):
    """`models`: name, coefficients, means, thresholds and the lines that say how good it is."""
    text = HEADER + "\nextension BlockModel {\n"
    for position, (name, names, coefficients, means, thresholds, notes) in enumerate(models):
        removes, keeps = thresholds[False] or (0.0, 1.0)
        text += "\n" if position else ""
        text += "".join(f"  /// {note}\n" for note in notes)
        text += f"  static let {name} = BlockModel(\n"
        text += f"    bias: {coefficients[-1]:.3f}, removesBelow: {removes:.2f}, keepsAbove: {keeps:.2f},\n"
        if thresholds[True] not in (None, thresholds[False]):
            removes, keeps = thresholds[True]
            text += f"    newsroom: Thresholds(removesBelow: {removes:.2f}, keepsAbove: {keeps:.2f}),\n"
        text += "    [\n"
        for feature, coefficient, mean in zip(names, coefficients, means):
            if abs(coefficient) >= 0.0005:
                text += f"      (.{feature}, {coefficient:.3f}, {mean:.3f}),\n"
        text += "    ])\n"
    return text + "}\n"
