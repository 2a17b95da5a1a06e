#!/usr/bin/env python3
"""Learns the block model from labelled pages and prints it as Swift source. README.md says how to use it. Needs numpy."""

import argparse
import os

import block_model
import examples
import swift_table


# A model that gains less than this on pages it has not seen is not worth an explanation.
LEAST_GAIN = 0.002


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("examples", nargs="+", help="files that `copydesk score --features` wrote")
    arguments.add_argument("--write", metavar="DIR", help="write the Swift sources to this folder")
    arguments.add_argument("--folds", type=int, default=10, help="parts of the cross-validation; 0: leave one publisher out")
    arguments.add_argument(
        "--text-weight", type=float, default=0.5, help="what a page counts whose truth is one text, against 1 for labelled paragraphs")
    options = arguments.parse_args()

    names, pages = examples.read(options.examples)
    models = []
    for medium in ("html", "text"):
        own = [page for page in pages if page.medium == medium]
        if not own:
            raise SystemExit(f"no {medium} pages among the examples: both models are printed into one file")
        model = block_model.BlockModel(own, options.text_weight, options.folds)
        thresholds, report = model.choose()
        gain = max(after[0] - before[0] for before, after, _ in report.values())
        if gain < LEAST_GAIN:
            print(f"{medium}: no set of pages gains {LEAST_GAIN} of F1; the model is written but overrules nothing")
            thresholds = {True: None, False: None}
        notes = []
        for name, (before, after, count) in report.items():
            line = f"{name}, {count} pages: F1 {before[0]:.3f} by the heuristics alone, {after[0]:.3f} with the model, held out"
            notes.append(line + ".")
            print(f"{medium}: {line}; P {before[1]:.3f} → {after[1]:.3f}, R {before[2]:.3f} → {after[2]:.3f}")
        print(f"{medium}: {len(model.labels)} blocks; removes below and keeps above: {thresholds[False]}, on newsrooms' pages {thresholds[True]}")
        models.append((medium, names, model.coefficients, model.means(), thresholds, notes))
    if options.write:
        path = os.path.join(options.write, "BlockModel+Generated.swift")
        with open(path, "w", encoding="utf-8") as file:
            file.write(swift_table.block_models(models))
        print(f"wrote {path}")


if __name__ == "__main__":
    main()
