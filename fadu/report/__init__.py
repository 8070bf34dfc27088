"""报告: what the figures say, in words; every number bound to its figure."""
