"""``make bench``: what Fadu costs, as ratios against floors measured in the same run, on SQLite and on PostgreSQL."""
