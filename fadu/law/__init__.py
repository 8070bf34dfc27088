"""The law as values: statutes, citations that exist, periods that end on a day, and the calendar they run by.

Plain Python: no framework, no clock, no environment. The words of the law are not kept here; ``fadu law import`` copies
them beside the data of whoever runs Fadu, and ``fadu.law.texts.use`` says where.
"""
