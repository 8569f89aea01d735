"""What a jurisdiction decides for itself: dated TOML files over `profiles/default.toml`.

A profile is chosen by code and day: the file of the nearest division at or above the code that is in
force on the day, its keys laid over the defaults.  No database is needed.  A deployment keeps its own
files in the folders of settings.PROFILE_FOLDERS; there a file may also replace one of ours by carrying
the same code and a later `valid_from`.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from django.conf import settings

from lingong.regions.codes import lineage

FOLDER = Path(__file__).parent / "profiles"
DEFAULT = FOLDER / "default.toml"
OF_A_FILE = ("profile", "basis")  # say something about the file, not about the place


@dataclass(frozen=True, slots=True)
class MinimumWage:
    """The legal floor in 分. `official` only once somebody checked the notice itself."""

    hourly_fen: int
    monthly_fen: int
    name: str
    official: bool


class Profile:
    """The values for one place. `get` and `basis` take dotted keys, `hiring.offer_minutes`."""

    def __init__(self, code: str, name: str, values: Mapping[str, Any], basis: Mapping[str, str]) -> None:
        self.code = code
        self.name = name
        self._values = values
        self._basis = basis

    def __repr__(self) -> str:
        return f"Profile({self.code!r}, {self.name!r})"

    def get(self, key: str) -> Any:
        """The value of `section.key`, or a whole section. KeyError where no profile knows the key."""
        found: Any = self._values
        for part in key.split("."):
            if not isinstance(found, Mapping) or part not in found:
                raise KeyError(key)
            found = found[part]
        return found

    def basis(self, key: str) -> str:
        """Where the value comes from: source and clause, or that it is a default of ours. Not for sections."""
        self.get(key)
        return self._basis[key]

    def minimum_wage(self, code: str, day: date) -> MinimumWage:
        """The floor for a county on a day: its class where the list names it, else the lowest known."""
        floor = self.get("minimum_wage")
        fitting = [
            one
            for one in floor["classes"]
            if one.get("effective_date", date.min) <= day and _longest(code, one["prefixes"])
        ]
        official = bool(floor["official"])
        if not fitting:
            return MinimumWage(floor["hourly_fen"], floor["monthly_fen"], self.name, official)
        one = max(fitting, key=lambda one: _rank(code, one))
        return MinimumWage(one["hourly_fen"], one["monthly_fen"], one["name"], official)


def profile(code: str, day: date) -> Profile:
    """The profile of the nearest jurisdiction at or above `code` (division or zone) on `day`."""
    files = _files(_folders())
    for above in lineage(code):
        in_force = [file for file in files if file.code == above and file.valid_from <= day]
        if in_force:
            return _read_over_default(max(in_force, key=lambda file: file.valid_from).path)
    return _read_over_default(DEFAULT)


def named(name: str) -> Profile:
    """The profile in the file `name`.toml, for commands (`lingong parse --profile suqian`). KeyError if none."""
    for file in reversed(_files(_folders())):
        if file.path.stem == name:
            return _read_over_default(file.path)
    if name == DEFAULT.stem:
        return _read_over_default(DEFAULT)
    raise KeyError(name)


def profile_names() -> list[str]:
    """Names `named` knows."""
    return sorted({file.path.stem for file in _files(_folders())} | {DEFAULT.stem})


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    code: str
    valid_from: date


def _folders() -> tuple[Path, ...]:
    return (FOLDER, *map(Path, getattr(settings, "PROFILE_FOLDERS", ())))


@lru_cache(maxsize=8)
def _files(folders: tuple[Path, ...]) -> tuple[_File, ...]:
    """Every profile but the default, the package's first. Files are read once per process."""
    found = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml")) if path != DEFAULT):
        head = _toml(path)["profile"]
        found.append(_File(path, head["code"], head["valid_from"]))
    return tuple(found)


@lru_cache(maxsize=256)
def _read_over_default(path: Path) -> Profile:
    default, local = _toml(DEFAULT), _toml(path)
    if unknown := sorted(_unknown(local, default)):
        raise ValueError(f"{path.name}: keys default.toml does not know: {', '.join(unknown)}")
    values = _laid_over(
        {key: value for key, value in default.items() if key not in OF_A_FILE},
        {key: value for key, value in local.items() if key not in OF_A_FILE},
    )
    # A section's basis in a local file speaks only for the keys that file sets.
    basis = _basis_of_keys(default) | _basis_of_keys(local)
    return Profile(local["profile"]["code"], local["profile"]["name"], values, basis)


def _toml(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> Mapping[str, Any]:
    """Sections key by key, lists as a whole; read-only, for it is shared."""
    both = {
        key: _laid_over(value, above.get(key, {})) if isinstance(value, dict) else above.get(key, value)
        for key, value in below.items()
    }
    return MappingProxyType(both)


def _basis_of_keys(file: Mapping[str, Any]) -> dict[str, str]:
    """The basis of every key of a file, from the nearest path `[basis]` names. Raises ValueError without one."""
    told: Mapping[str, str] = file["basis"]
    found = {}
    for key in _keys({name: value for name, value in file.items() if name not in OF_A_FILE}):
        parts = key.split(".")
        paths = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
        basis = next((told[path] for path in paths if path in told), "")
        if not basis and not _each_has_basis(file.get(key)):
            raise ValueError(f"{file['profile']['name']}: {key} has no basis")
        found[key] = basis or "见各项"
    return found


def _each_has_basis(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) and one.get("basis") for one in value)


def _keys(values: Mapping[str, Any], path: str = "") -> Iterable[str]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _keys(value, f"{path}{key}.")
        else:
            yield path + key


def _unknown(local: Mapping[str, Any], default: Mapping[str, Any], path: str = "") -> Iterable[str]:
    for key, value in local.items():
        if key in OF_A_FILE and not path:
            continue
        if key not in default or isinstance(value, dict) != isinstance(default[key], dict):
            yield path + key
        elif isinstance(value, dict):
            yield from _unknown(value, default[key], f"{path}{key}.")


def _longest(code: str, prefixes: Iterable[str]) -> int:
    return max((len(one) for one in prefixes if code.startswith(one)), default=0)


def _rank(code: str, one: Mapping[str, Any]) -> tuple[int, date]:
    return _longest(code, one["prefixes"]), one.get("effective_date", date.min)
