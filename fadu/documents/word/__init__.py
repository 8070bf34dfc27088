"""Papers as word-processor files (Office Open XML), one module a kind of paper; `fadu.documents.docx` is the door."""
