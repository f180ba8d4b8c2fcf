"""What fills the terminal: the reading room and what opens over it."""
