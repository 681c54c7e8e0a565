"""What happened, what it is evidence of, and what is believed: events, memory, mastery."""
