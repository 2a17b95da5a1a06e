"""Reads what `copydesk score --features` wrote, and labels every block by the page's ground truth."""

import json
import re
from collections import Counter

import numpy

WORD = re.compile(r"\w+")


class Page:
    """A page: its labels, and of each reviewed block the text, the heuristics' verdict and the features."""

    def __init__(self, record):
        self.id = record["page"]
        self.corpus = record["corpus"]
        self.medium = record["medium"]
        # Pages of one publisher are never in the training and the test part at once.
        self.group = record.get("publisher") or record["page"]
        self.paragraphs = None
        if record.get("paragraphs") is not None:
            self.paragraphs = [text for text in map(squeezed, record["paragraphs"]) if text]
        self.text = record.get("text") or ""
        # What its figures are averaged with: pages of one corpus that are labelled in one way.
        self.set = f"{self.corpus}, {'words' if self.paragraphs is None else 'paragraphs'}"
        self.blocks = []

    def finish(self, names):
        """Labels the blocks once all are read. `names` are the features'."""
        count = len(self.blocks)
        self.features = numpy.array([block["x"] for block in self.blocks], numpy.float32).reshape(count, -1 if count else 0)
        self.kept = numpy.array([block["kept"] for block in self.blocks], bool)
        self.fixed = numpy.array([block["fixed"] for block in self.blocks], bool)
        self.is_newsroom = bool(count) and self.features[0, names.index("newsroom")] > 0
        self.pieces = self._pieces(names)
        self.is_running = self.kept.copy()
        if count:
            self.is_running &= (self.features[:, names.index("isProse")] > 0) & (self.features[:, names.index("keptAsHeading")] == 0)
        texts = [squeezed(block["text"]) for block in self.blocks]
        self.words = [words(text) for text in texts]
        self.wanted = Counter(words(self.text))
        self.label = numpy.zeros(count)
        if self.paragraphs is not None:
            self._label_by_paragraph(texts)
        else:
            self._label_by_words()
        del self.blocks

    def _label_by_paragraph(self, texts):
        """A block is part of the article if its text is a labelled paragraph; of several equal ones those that are kept count first."""
        wanted = Counter(self.paragraphs)
        for index in sorted(range(len(texts)), key=lambda index: not self.kept[index]):
            if wanted[texts[index]] > 0:
                wanted[texts[index]] -= 1
                self.label[index] = 1
        # Every block of a page counts the same; a page with few paragraphs has as much to say as one with many.
        self.weight = numpy.full(len(texts), 20 / max(5, len(self.paragraphs)))

    def _label_by_words(self):
        """Where the truth is one text, a block is part of it if most runs of three of its words stand in a line there.

        A label of text written by hand is seldom word for word a block's; and what stands there once is not true of a second copy: of
        several equal blocks those that are kept count first.
        """
        left = Counter(run for line in self.text.split("\n") for run in runs(words(line)))
        for index in sorted(range(len(self.words)), key=lambda index: not self.kept[index]):
            own = runs(self.words[index])
            found = 0
            for run in own:
                if left[run] > 0:
                    left[run] -= 1
                    found += 1
            self.label[index] = bool(own) and 2 * found >= len(own)
        lengths = numpy.array([len(own) for own in self.words], float)
        self.weight = 20 * numpy.minimum(lengths, 100) / max(100, lengths.sum())

    def _pieces(self, names):
        """The first and last block of each list and table that the heuristics keep or remove: the review judges it as one."""
        kinds = self.features[:, names.index("listItem")] + 2 * self.features[:, names.index("tableRow")] if len(self.kept) else []
        pieces, start = [], 0
        for end in range(1, len(kinds) + 1):
            if end < len(kinds) and kinds[end] == kinds[start] > 0 and self.kept[end] == self.kept[start]:
                continue
            if end - start > 1:
                pieces.append((start, end))
            start = end
        return pieces

    def judged_as_one(self, shares):
        """The shares with those of a list's or a table's blocks replaced by their mean."""
        shares = shares.copy()
        for start, end in self.pieces:
            shares[start:end] = shares[start:end].mean()
        return shares

    def figure(self, kept):
        """F1, precision and recall of the page if `kept` are its text: of paragraphs, or of words where the truth is one text."""
        if self.paragraphs is not None:
            found, wanted, right = kept.sum(), len(self.paragraphs), (self.label * kept).sum()
        else:
            have = Counter()
            for index in numpy.nonzero(kept)[0]:
                have.update(self.words[index])
            found, wanted, right = sum(have.values()), sum(self.wanted.values()), sum((have & self.wanted).values())
        if found + wanted == 0:
            return 1.0, 1.0, 1.0
        return 2 * right / (found + wanted), right / found if found else 0.0, right / wanted if wanted else 0.0


def squeezed(text):
    return " ".join(text.split())


def words(text):
    return WORD.findall(text.lower())


def runs(words):
    """All runs of three words; of fewer words the one there is."""
    return [tuple(words[start:start + 3]) for start in range(max(1, len(words) - 2))] if words else []


def read(paths):
    """Returns the names of the features and the pages of all files."""
    names, pages = None, []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                if "features" in record:
                    if names not in (None, record["features"]):
                        raise SystemExit(f"{path}: its features are not those of the other files")
                    names = record["features"]
                elif "page" in record:
                    pages.append(Page(record))
                else:
                    pages[-1].blocks.append(record)
    for page in pages:
        page.finish(names)
    return names, pages
