"""Small networks of one hidden layer, the mean of which tells how likely some things are.

They are stored as `weights/<name>.npz`, written by `make train` (`tests/corpus/fit_network.py`).
"""

import numpy as np
import numpy.typing as npt

from mailer.understand.trained import stored

Figures = npt.NDArray[np.float64]


def chances(name: str, figures: Figures) -> Figures:
    """Return how likely each thing is (0 to 1), a row for each row of figures."""
    known = stored(name)
    outer = known["outer"]  # One page of weights for each network.
    # To read the weights takes longer than to reckon: they are not made wider than they are kept.
    hidden = np.maximum(figures.astype(np.float32) @ known["inner"] + known["inner_bias"], 0)
    pages = hidden.reshape(len(figures), len(outer), -1).transpose(1, 0, 2)
    speaking = (pages @ outer + known["outer_bias"][:, None]).astype(np.float64)
    return np.asarray(np.add.reduce(1 / (1 + np.exp(-speaking))) / len(outer))
