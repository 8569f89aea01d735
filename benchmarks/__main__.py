"""`python -m benchmarks [NAME …]`: run the named figures, or all."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NOT_FIGURES = {"__init__", "__main__", "load"}


def main() -> int:
    known = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_FIGURES)
    wanted = sys.argv[1:] or known
    if unknown := set(wanted) - set(known):
        print(f"no such figure: {', '.join(sorted(unknown))}. Known: {', '.join(known)}", file=sys.stderr)
        return 2
    failed = [
        name for name in wanted if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"]).returncode
    ]
    if failed:
        print(f"not reached: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
