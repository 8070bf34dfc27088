"""Official documents: what an organ says on paper, as plain values, and how it is printed.

`papers` holds the values (letters, sheets, minutes, inventories, reports, dossiers) and `words` the text in them;
`docx` prints one to GB/T 9704-2012 with the measures of `layout`, `page` shows the same value as HTML (styled by
`paper.css`), `dossier` binds many into a case file, `redaction` makes the rendition that may be shown to everybody,
`numerals` writes money, days and document numbers. This room knows no framework, no statute and no case.
"""
