"""The `lingong` command: Django's command line with this package's settings."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lingong.settings")
    if sys.argv[1:2] == ["demo"]:  # before the settings are read; the processes it starts inherit it
        os.environ["LINGONG_DEMO"] = "1"
        os.environ.setdefault("LINGONG_REAL_NAME_PROVIDER", "lingong.people.identify.DemoProvider")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
