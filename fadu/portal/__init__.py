"""门户: the public site. Read here: publications, the law, aggregated numbers, a citizen's own matters."""
