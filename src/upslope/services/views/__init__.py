"""Hold what each screen shows, as values: services fill them, web lays them out. One file a screen."""
