"""Published reports, read: the figures in their prose, each with what it counts, and what of them does not add up.

Plain Python: no framework, no clock, no environment. `report.read()` reads a text. On the way from text to figures:

    folding     one print for all: plain digits, lines joined that only the page broke
    figures     one walk over the numerals, by one table of measure words (units) and one of names (names)
    prose       each number in its sentence: kind (kinds), what it counts (subjects), over which time (periods)
    subjects    the noun before the number or behind it (clauses), or of an earlier one (carried)

`audit` judges what the report states of its own figures; `comparison` sets several reports side by side.
"""
