"""The room where nothing gets lost: journal, snapshot, people's file, backups, locks, pictures and library."""
