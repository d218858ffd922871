"""Dates: where the text names days, months, years or spans of them, and which days these are.

Read ``calendar``, ``forms`` (how dates are written), ``shifts``, ``readings`` (which days they name) and ``spans``, where they
come together; ``edtf`` writes days down.
"""
