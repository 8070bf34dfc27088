"""The law as values: statutes, citations that exist, periods that end on a day, and the calendar they run by.

Plain Python: no framework, no clock, no environment. The words of the law are not kept here; ``fadu law import`` copies
them beside the data of whoever runs Fadu, and ``fadu.law.texts.use`` says where, as ``fadu.law.calendar.use`` does for
holiday notices.

A new edition of a law: put its text with the others, enter it in ``statutes`` (with the last day of the one before),
say in ``running`` how its periods run if it has its own rule, run ``fadu law index`` on the folder of texts. Everything
that cites is then checked by ``fadu law check``.
"""
