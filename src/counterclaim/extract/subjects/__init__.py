"""Subjects: who is counted: civilians, a force, a group, the people of a country.

Read ``sides`` (what a word names), ``heads`` (whom a phrase names), ``nameless`` (a number without a noun) and ``counted``,
where they come together.
"""
