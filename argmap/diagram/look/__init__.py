"""How things look: colours, borders and signs."""
