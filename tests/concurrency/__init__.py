"""Many at once over real HTTP, against the served product on a scratch database of its own."""
