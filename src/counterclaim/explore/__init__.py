"""A question of one's own: every claim and published figure to search, each with its receipt, and a review to leave.

To read in this order: ``holdings`` (what there is), ``questions`` (which of it is asked for), ``standing`` (what stands against
one row), ``receipts`` (one row as a page shows it), ``decisions`` (a review, and the corrections it asks for), ``panel`` (the
widgets over all of this).
"""
