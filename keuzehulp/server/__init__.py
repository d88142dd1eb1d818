"""Training, serving and talking: everything that runs the trained model."""
