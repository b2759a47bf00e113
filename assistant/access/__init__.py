"""Who may use this installation: users with hashed passwords, sessions, and the lock after repeated failures. Knows no web framework."""
