"""Reading published reports."""
