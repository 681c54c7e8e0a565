"""Draw mathematical figures as SVG that follows the page's theme."""
