"""How well differences are found: pairs of sentences with known values, or made from sentences."""
