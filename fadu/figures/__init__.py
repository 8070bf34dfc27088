"""数: each figure is named, defined, cited, and counted from records; its list is as long as its number."""
