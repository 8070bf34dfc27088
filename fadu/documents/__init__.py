"""Official documents: what an organ says on paper, as plain values, and how it is printed.

`papers` holds the values (letters, sheets, minutes, inventories, reports, dossiers); `docx` prints one to
GB/T 9704-2012, `page` prints the same value as HTML, `dossier` binds many into a file, `redaction` makes the
rendition that may be shown to everybody. This room knows no framework, no statute and no case.
"""
