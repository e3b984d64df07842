"""Fits small networks of one hidden layer (`mailer/understand/network.py`)."""

import warnings

import numpy as np
import numpy.typing as npt
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

Matrix = npt.NDArray[np.float64]

_PARTS = ("inner", "inner_bias", "outer", "outer_bias")


def networks(
    figures: Matrix,
    wanted: npt.NDArray[np.bool_],
    *,
    count: int,
    hidden: int,
    rounds: int,
    decay: float,
) -> dict[str, Matrix]:
    """Fit `count` networks that tell which things are so; return their weights for plain figures.

    The more there are, the less it matters by which mails each began to learn.
    """
    middle, width = figures.mean(axis=0), figures.std(axis=0) + 1e-6
    found: dict[str, list[Matrix]] = {name: [] for name in _PARTS}
    for seed in range(count):
        network = MLPClassifier(
            (hidden,), alpha=decay, batch_size=256, max_iter=rounds, random_state=seed
        )
        with warnings.catch_warnings():
            # It is stopped early on purpose: that is what keeps it from learning by heart.
            warnings.simplefilter("ignore", ConvergenceWarning)
            network.fit((figures - middle) / width, wanted.astype(int))
        inner, outer = network.coefs_
        inner = inner / width[:, None]
        bias = network.intercepts_[0] - middle @ inner
        for name, part in zip(_PARTS, (inner, bias, outer, network.intercepts_[1]), strict=True):
            found[name].append(part)
    stacked = {name: np.stack(parts).astype(np.float32) for name, parts in found.items()}
    # One product serves the hidden layers of all networks, which stand side by side.
    stacked["inner"] = np.concatenate(list(stacked["inner"]), axis=1)
    stacked["inner_bias"] = stacked["inner_bias"].ravel()
    return stacked
