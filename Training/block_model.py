"""The model that reviews the heuristics' verdict on each block: fitting, cross-validation, thresholds."""

import numpy

import logistic

PENALTY = 3.0
REMOVES = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
# 1: nothing that a heuristic removed comes back.
KEEPS = (0.5, 0.55, 0.6, 0.7, 0.8, 0.9, 1.0)
# What a set of pages may lose for the gain of the others. Of dumps the words count less than whole paragraphs: what was a caption or a
# teaser in the page is often part of the truth's text, and without markup nothing tells which.
TOLERANCE = {"html": 0.0005, "text": 0.01}
# As in BlockReview.swift: on a page with fewer paragraphs nothing is overruled, unless a newsroom made it.
FEWEST_PARAGRAPHS = {True: 3, False: 5}


class BlockModel:
    """Fits one medium's model on pages, and keeps for each page the probabilities of a model that has not seen its publisher."""

    def __init__(self, pages, text_weight, folds):
        self.pages = [page for page in pages if len(page.label)]
        self.tolerance = TOLERANCE[self.pages[0].medium]
        self.importance = {page.set: 1.0 if page.paragraphs is not None else text_weight for page in self.pages}
        groups = sorted({page.group for page in self.pages})
        order = numpy.random.RandomState(1).permutation(len(groups))
        count = len(groups) if folds == 0 else min(folds, len(groups))
        self.fold = {group: int(place) % count for group, place in zip(groups, order)}
        self.features = numpy.vstack([page.features for page in self.pages])
        self.labels = numpy.concatenate([page.label for page in self.pages])
        scale = [1.0 if page.paragraphs is not None else text_weight for page in self.pages]
        self.weights = numpy.concatenate([page.weight * factor for page, factor in zip(self.pages, scale)])
        self.row_fold = numpy.concatenate([numpy.full(len(page.label), self.fold[page.group]) for page in self.pages])
        # What the model may not overrule it need not learn.
        self.weights[numpy.concatenate([page.fixed for page in self.pages])] = 0
        self.coefficients = logistic.fit(self.features, self.labels, self.weights, PENALTY)
        self._cross_validate(count)

    def _cross_validate(self, count):
        self.held_out = {}
        for fold in range(count):
            rest = self.row_fold != fold
            fitted = logistic.fit(
                self.features[rest], self.labels[rest], self.weights[rest], PENALTY, start=self.coefficients, steps=4)
            for page in self.pages:
                if self.fold[page.group] == fold:
                    self.held_out[id(page)] = page.judged_as_one(logistic.shares(fitted, page.features))

    def kept(self, page, removes_below, keeps_above):
        """Which blocks are the text once the model, as one that has not seen the publisher, has reviewed the heuristics."""
        share = self.held_out[id(page)]
        reviewed = numpy.where(page.kept, share >= removes_below, share > keeps_above)
        reviewed = numpy.where(page.fixed, page.kept, reviewed)
        lengths = numpy.array([len(words) for words in page.words]) * page.is_running
        # Where more than a third of the running text would go, the review leaves all as it is.
        if page.is_running.sum() < FEWEST_PARAGRAPHS[page.is_newsroom] or lengths[~reviewed].sum() * 3 > lengths.sum():
            return page.kept
        return reviewed

    def choose(self):
        """Chooses the thresholds, a pair for newsrooms' pages and one for others: the best mean F1 over sets of those with which no set
        loses, or None.

        The figures returned are held out in this too: each fold's thresholds are those that are best for the other folds.
        """
        sets = sorted({page.set for page in self.pages})
        pairs = [(low, high) for low in REMOVES for high in KEEPS]
        before = {id(page): page.figure(page.kept) for page in self.pages}
        after = {pair: {id(page): page.figure(self.kept(page, *pair)) for page in self.pages} for pair in pairs}

        def best(pages, is_newsroom):
            own = {name: [page for page in pages if page.set == name and page.is_newsroom == is_newsroom] for name in sets}
            # A set's gain is one over all of its pages, of whatever kind: few pages move its mean by little.
            sizes = {name: max(1, sum(page.set == name for page in pages)) for name in sets}

            def gain(pair, name):
                return sum(after[pair][id(page)][0] - before[id(page)][0] for page in own[name]) / sizes[name]

            if not any(own.values()):
                return None
            gains = {pair: {name: gain(pair, name) for name in sets} for pair in pairs}
            sound = [
                (sum(self.importance[name] * gains[pair][name] for name in sets), pair)
                for pair in pairs
                if all(gains[pair][name] >= -self.tolerance for name in sets)
            ]
            # Of two that are as good, the one that overrules less.
            if not sound:
                return None
            _, high, low = max((round(score, 4), high, -low) for score, (low, high) in sound)
            return -low, high

        figures = {}
        for fold in sorted(set(self.fold.values())):
            rest = [page for page in self.pages if self.fold[page.group] != fold]
            chosen = {kind: best(rest, kind) for kind in (True, False)}
            for page in self.pages:
                if self.fold[page.group] == fold:
                    pair = chosen[page.is_newsroom]
                    figures[id(page)] = after[pair][id(page)] if pair else before[id(page)]
        report = {}
        for name in sets:
            own = [page for page in self.pages if page.set == name]
            report[name] = tuple(
                numpy.mean([table[id(page)] for page in own], axis=0) for table in (before, figures)
            ) + (len(own),)
        return {kind: best(self.pages, kind) for kind in (True, False)}, report

    def means(self):
        """Per feature the middle between its mean over the article's blocks and that over the others: from there it speaks for one of both."""
        used = self.weights > 0
        part = self.labels > 0.5
        return (self.features[used & part].mean(axis=0) + self.features[used & ~part].mean(axis=0)) / 2
