"""Claimants: who can say something: bodies, offices, persons, papers, and the codes for which they speak.

Read ``voice`` and ``heard`` (what is found, and what earlier sentences leave for it), ``governments``, ``speakers`` (a noun
phrase), ``sayers`` (the subject of a verb of saying), ``people`` (surnames) and ``papers`` (reports and statements).
"""
