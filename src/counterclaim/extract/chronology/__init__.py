"""Chronology: which days each number covers.

Read ``lengths`` ("two days later"), ``asides`` (times of something else) and ``dating`` (which time dates which number),
``stretches``, ``narration`` (a date in the light of the one before), ``times`` (all of a sentence), ``headings`` (the year and
the day over it), ``course`` (what of them holds further on), ``tenses`` ("are still missing") and ``periods``, where they come
together.
"""
