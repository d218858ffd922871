"""Numbers: where a numeral stands in the text, what it is worth, and which numerals count nothing.

Read ``numerals`` (in words), ``digits``, ``readings`` and ``spans``, where they come together; ``masks`` takes away what is no
number of anything, and ``gate`` finds where a sentence need be read at all.
"""
