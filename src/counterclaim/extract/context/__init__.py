"""Context: the sentences of a text in order, each read in the light of those before it.

Read ``scene`` (country, place and time around a claim), ``story`` (what the sentences before one tell) and ``discourse``, which
gives a sentence its counts and subjects.
"""
