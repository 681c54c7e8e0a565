"""Keep facts for ever and beliefs while they hold: the database, its health, backups and archives."""
