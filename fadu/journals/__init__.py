"""账: dated activities that are counted. One file a journal: what, when, who, how many, what shows it."""
