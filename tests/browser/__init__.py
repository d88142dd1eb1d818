"""The widget in a real Chromium, on the real server with the trained model."""
