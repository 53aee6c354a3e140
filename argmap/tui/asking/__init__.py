"""What commands ask of whoever sits at the screen; answers are made fit before they count."""
