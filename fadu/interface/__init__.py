"""The interface's language: the page frames, the stylesheet and the words that desk and portal speak alike."""
