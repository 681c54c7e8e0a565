"""Draw on the server, as SVG that follows the theme; every drawing says its finding in one sentence."""
