"""How fast the workbench is: the real program in a real terminal, and its peers beside it."""
