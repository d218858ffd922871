"""The HTML report: the README as its first page, every executed notebook, the datasheet; readable without a network."""
