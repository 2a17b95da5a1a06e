"""Logistic regression with an L2 penalty, fitted by Newton's method (iteratively reweighted least squares)."""

import numpy


def shares(coefficients, features):
    """The probability of each row."""
    return 1 / (1 + numpy.exp(-numpy.clip(features @ coefficients[:-1] + coefficients[-1], -30, 30)))


def fit(features, labels, weights, penalty, start=None, steps=20):
    """Returns one coefficient per feature and the constant last. Labels may be shares between 0 and 1.

    The problem is convex, so the result does not depend on the start beyond the last digits.
    """
    rows = numpy.hstack([features, numpy.ones((len(features), 1), features.dtype)])
    coefficients = numpy.zeros(rows.shape[1]) if start is None else start.copy()
    # The constant is not held back.
    penalties = numpy.full(rows.shape[1], float(penalty))
    penalties[-1] = 1e-6
    for _ in range(steps):
        probability = 1 / (1 + numpy.exp(-numpy.clip(rows @ coefficients, -30, 30)))
        gradient = rows.T @ (weights * (probability - labels)) + penalties * coefficients
        curvature = weights * numpy.maximum(probability * (1 - probability), 1e-6)
        hessian = ((rows * curvature[:, None].astype(rows.dtype)).T @ rows).astype(float)
        hessian[numpy.diag_indices_from(hessian)] += penalties
        step = numpy.linalg.solve(hessian, gradient)
        largest = numpy.abs(step).max()
        coefficients -= step * min(1.0, 5 / max(largest, 1e-12))
        if largest < 1e-3:
            break
    return coefficients
