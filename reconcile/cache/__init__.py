"""What was read and encoded once is kept, by its content: the same text is never read twice by the same code."""
