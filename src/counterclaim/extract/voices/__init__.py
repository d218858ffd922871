"""Voices: who says each number, in its own sentence and carried on from those before.

Read ``reach``, ``denials``, ``headlines`` and ``utterances`` (one sentence); ``scope``, ``openings``, ``carrying`` and
``hearing`` (from sentence to sentence); then ``attribution``, the claimant of every quantity, and ``ours``, what "our men" are
once it is known.
"""
