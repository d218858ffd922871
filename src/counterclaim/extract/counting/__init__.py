"""Counting: what each quantity counts: dead, wounded, attacks, people on the move, money.

Read ``links``, with ``tallies`` and ``plights``: quantities judged by their own words. Then ``sharing``, which serves those
without, by ``rows``, ``strays``, ``alone``, ``listing``, ``gapping``, ``fates`` and ``remaining``. ``worth`` tells what is a
claim at all.
"""
