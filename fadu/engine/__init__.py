"""How any statutory procedure runs: the words it is declared in, its acts, guards, deadlines. Knows no procedure."""
