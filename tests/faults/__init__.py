"""What goes wrong around the program: what may not be lost, and what a visitor reads."""
