"""Makes what the engine ships: tables of words and the weights that tell events apart. For developers."""
