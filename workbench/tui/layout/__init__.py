"""Where text stands on screen: widths, rows, marks on rows. No widgets."""
