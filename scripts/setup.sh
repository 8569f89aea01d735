#!/bin/sh
# Prepares a clone: environment from the hashed lock, front-end packages, static files. The second
# run finds the stamps and is done at once. What the system lacks is said in one line.
set -eu
cd "$(dirname "$0")/.."

fail() { echo "make setup: $1" >&2; exit 1; }

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}

# older A B: A is missing or older than B.
older() { [ ! -e "$1" ] || [ -n "$(find "$2" -newer "$1")" ]; }

lock=requirements/dev.txt
if older .venv/.stamp "$lock" || older .venv/.stamp pyproject.toml; then
    python=$(find_python)
    if [ -z "$python" ]; then
        packages="python3 python3-venv"
        ! command -v python3 >/dev/null || packages="python3.11 python3.11-venv"
        fail "Python 3.11 or newer is missing: sudo apt-get install $packages"
    fi
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "Python's venv is missing: sudo apt-get install $("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')"
    [ -x .venv/bin/python ] || "$python" -m venv --clear .venv
    echo "installing $lock (a few minutes the first time)"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
    touch .venv/.stamp
fi

# Node comes from its wheel in the lock.
PATH="$PWD/.venv/bin:$PATH"
export PATH
if older node_modules/.stamp package-lock.json; then
    echo "installing front-end packages"
    npm ci --silent
    touch node_modules/.stamp
fi

# The sprite holds the icons that pages name, so it is built every time; it takes a moment.
python scripts/build_static.py >/dev/null
