"""House rules: what reviews would otherwise say again and again (CONTRIBUTING.md gives the reasons)."""
