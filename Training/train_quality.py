#!/usr/bin/env python3
"""Learns what predicts an article's F1 from the signals in `copydesk score --save` and prints it as Swift source. Needs numpy."""

import argparse
import json

import numpy

import logistic

PENALTY = 10.0
# An article of which less is right is one that somebody should look at.
DOUBTFUL = 0.8
# The signals of which more is worse; of all others more is better.
AGAINST = {"overruledShare", "shortShare", "gaps"}
HEADER = """// Made by Training/train_quality.py; do not edit. `make train` makes it anew from labelled corpora (Training/README.md).
// Per signal: what it adds to the log odds of the expected F1, and its mean over all pages: what is usual.
"""


class Pages:
    """One medium's pages: signals, the F1 to predict, and groups that must not be parted in cross-validation."""

    def __init__(self, records):
        self.names = sorted({name for record in records for name in record["signals"]})
        self.signals = numpy.array([[record["signals"][name] for name in self.names] for record in records])
        # Of paragraphs where they are labelled, else of words.
        self.labels = numpy.array([record.get("blockF1", record.get("wordF1")) for record in records])
        self.by_paragraph = numpy.array(["blockF1" in record for record in records])
        self.groups = [record.get("publisher") or record["id"] for record in records]


def read(paths):
    """The pages that have a body and are labelled, per medium."""
    records = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            records += [json.loads(line) for line in file]
    usable = [record for record in records if record.get("signals") and ("blockF1" in record or "wordF1" in record)]
    return {medium: Pages([record for record in usable if record["medium"] == medium]) for medium in ("html", "text")}


def fit(names, signals, labels):
    """Coefficients of the signals and the constant. The penalty is the same for all, however little a signal varies from page to page.

    A signal that comes out with the wrong sign beside the others is left out: nobody would accept it as a reason.
    """
    spread = signals.std(axis=0)
    spread[spread == 0] = 1
    used = numpy.ones(len(names), bool)
    while True:
        coefficients = logistic.fit(signals / spread * used, labels, numpy.ones(len(labels)), PENALTY)
        astray = used & (coefficients[:-1] * [-1 if name in AGAINST else 1 for name in names] < 0)
        if not astray.any():
            coefficients[:-1] *= used / spread
            return coefficients
        used &= ~astray


def held_out(pages, folds):
    """What each page is predicted by a model that has not seen its publisher."""
    names = sorted(set(pages.groups))
    order = numpy.random.RandomState(1).permutation(len(names))
    fold_of = {name: place % folds for name, place in zip(names, order)}
    fold = numpy.array([fold_of[group] for group in pages.groups])
    predicted = numpy.zeros(len(pages.labels))
    for part in range(folds):
        rest = fold != part
        fitted = fit(pages.names, pages.signals[rest], pages.labels[rest])
        predicted[~rest] = logistic.shares(fitted, pages.signals[~rest])
    return predicted


def ranks(values):
    """Ranks from 0, equal values sharing the mean of theirs."""
    _, place, count = numpy.unique(values, return_inverse=True, return_counts=True)
    return (numpy.cumsum(count) - (count + 1) / 2)[place]


def spearman(predicted, labels):
    return numpy.corrcoef(ranks(predicted), ranks(labels))[0, 1]


def area(predicted, doubtful):
    """The area under the curve: how often a doubtful page is predicted less than a sound one."""
    count, rest = doubtful.sum(), (~doubtful).sum()
    if count == 0 or rest == 0:
        return float("nan")
    return 1 - (ranks(predicted)[doubtful].sum() - count * (count - 1) / 2) / (count * rest)


def threshold(predicted, doubtful):
    """Where finding doubtful pages and being right about them are best balanced (F1), on held-out predictions."""
    best = (0.0, 0.0)
    for hundredths in range(50, 98):
        below = predicted < hundredths / 100
        score = 2 * (below & doubtful).sum() / max(1, below.sum() + doubtful.sum())
        # Of two that are as good, the lower: fewer articles to look at.
        best = max(best, (round(score, 6), -hundredths / 100))
    return -best[1]


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("scores", nargs="+", help="files that `copydesk score --save` wrote")
    arguments.add_argument("--write", metavar="FILE", help="write the Swift source to this file")
    arguments.add_argument("--folds", type=int, default=10, help="parts of the cross-validation")
    options = arguments.parse_args()
    text = HEADER + "\nextension QualityModel {\n"
    for position, (medium, pages) in enumerate(read(options.scores).items()):
        doubtful = pages.labels < DOUBTFUL
        predicted = held_out(pages, options.folds)
        text += "\n" if position else ""
        for name, part in (("paragraphs", pages.by_paragraph), ("words", ~pages.by_paragraph)):
            if part.sum() < 2:
                continue
            line = (
                f"{part.sum()} pages labelled by {name}, {doubtful[part].sum()} with an F1 below {DOUBTFUL}: "
                f"rank correlation {spearman(predicted[part], pages.labels[part]):.2f}, "
                f"AUC {area(predicted[part], doubtful[part]):.2f}, held out."
            )
            print(f"{medium}: {line}")
            text += f"  /// {line}\n"
        limit = threshold(predicted, doubtful)
        below = predicted < limit
        right = (below & doubtful).sum()
        line = f"Below {limit:.2f}: {below.sum()} of {len(below)} pages; {right} of the {doubtful.sum()} doubtful ones are among them."
        print(f"{medium}: {line}")
        fitted = fit(pages.names, pages.signals, pages.labels)
        usual = pages.signals.mean(axis=0)
        # The effects are told against a usual page, so the constant is that page's log odds.
        bias = fitted[-1] + fitted[:-1] @ usual
        text += f"  /// {line}\n  static let {medium} = QualityModel(\n    bias: {bias:.3f}, doubtfulBelow: {limit:.2f},\n    [\n"
        for index in numpy.argsort(-numpy.abs(fitted[:-1]), kind="stable"):
            text += f"      (.{pages.names[index]}, {fitted[index]:.3f}, {usual[index]:.3f}),\n"
            deviation = pages.signals[:, index].std()
            print(f"  {pages.names[index]:16} {fitted[index]:+.3f}  usual {usual[index]:.3f}  spread {deviation:.3f}  alone "
                  f"{spearman(pages.signals[:, index], pages.labels) if deviation else 0:+.2f}")
        text += "    ])\n"
    if options.write:
        with open(options.write, "w", encoding="utf-8") as file:
            file.write(text + "}\n")


if __name__ == "__main__":
    main()
