"""Actors: who did what is counted.

Read ``parties`` (words that can act), ``hands`` (who did the harm a sentence tells of), ``doers`` (who paid, trained or sent),
``happenings`` (the attack that the text goes on about) and ``deeds``, where they come together.
"""
