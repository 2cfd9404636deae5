"""What things are: text and places, claims and links, points. No files, no screen, no SQL."""
