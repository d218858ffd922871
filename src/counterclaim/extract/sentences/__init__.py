"""Sentences: a document as rows of items: words, names, dates and quantities.

Read ``text`` and ``names`` (found once over the whole text), ``tokens``, ``quantity``, ``hedges``, ``quantities`` and
``sentence``; then what later folders ask of a row: ``phrases``, ``insertions`` and ``clauses``.
"""
