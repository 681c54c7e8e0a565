"""One file a screen: read the request, call one service, show one page. No logic."""
