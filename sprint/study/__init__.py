"""The study with citizens: its texts, consent, guide, instruments, retention, the name key, merging and copies."""
