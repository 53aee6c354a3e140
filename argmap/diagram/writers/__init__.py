"""Writers: each turns a scene into one picture format."""
