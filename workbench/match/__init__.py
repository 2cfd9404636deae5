"""What resembles what: counterparts of a claim, and the words in which two texts differ."""
