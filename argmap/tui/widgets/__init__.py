"""The widgets of the browser. They draw and report; what they show is decided elsewhere."""
