"""The statutory procedures, one file each: what the engine runs."""
