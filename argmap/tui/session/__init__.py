"""The edits of one open map: undone, written in the background, told; and the file behind them."""
