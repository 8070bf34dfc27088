"""Published reports, read: the figures in their prose, each with what it counts, and what of them does not add up.

Plain Python: no framework, no clock, no environment. `report.read()` reads a text; `figures` finds the numbers by rules
of the language, with one table of units (`units`) and one of the patterns of names (`names`).
"""
