"""Tags and filters of the pages; `say` is a builtin of every template."""
