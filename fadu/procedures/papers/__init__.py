"""文书: the papers of the penalty family, one function each: the frozen snapshot of a case becomes a value of
``fadu.documents.papers``.

What a paper says in law is in its function's docstring. Its words are official Chinese and are printed as they stand
here, whatever language the desk is read in, so they do not pass through gettext. A value that is not there yet is
printed as a blank to be filled by hand; composing never fails. What a paper may not lack is asked of ``contents``.
"""
