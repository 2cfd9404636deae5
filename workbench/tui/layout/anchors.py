"""What keeps right-to-left text of one pane from moving what stands in the next."""

ANCHOR = "\N{BRAILLE PATTERN BLANK}"
"""A blank that counts as a letter written from left to right.

Terminals that put right-to-left letters into reading order do it for a whole row of the screen,
across the borders of panes: spaces and borders between two such texts go along, and so does a
number that begins the next pane. With a letter of the other direction at each border every text is
put in order by itself. So the gutter holds one. Marks made for this (U+200E and others) are no
help: they take no cell in some terminals, one in others, and many drop them.
"""
