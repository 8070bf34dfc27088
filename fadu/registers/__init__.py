"""册: lists that are true at a date. One file a register: its rows, and the acts that change them."""
