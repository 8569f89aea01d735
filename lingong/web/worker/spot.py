"""Where the reader is, as far as is known, and how far away things are. Nothing is guessed."""

from dataclasses import dataclass
from math import cos, radians

from django.db.models import F, Q
from django.db.models.expressions import Combinable
from django.http import QueryDict

from lingong.employers.models import Employer, EmployerKind
from lingong.lib.geo import cells_within, distance_km, in_china_box
from lingong.workers.models import Worker

KM_PER_DEGREE = 111.2
NEAR_KM = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the earth, WGS-84."""

    lat: float
    lon: float

    def metres_to(self, lat: float | None, lon: float | None) -> float | None:
        """Metres to a place; None where it has no coordinates."""
        if lat is None or lon is None:
            return None
        return distance_km(self.lat, self.lon, lat, lon) * 1000

    def square_km_to(self, prefix: str = "") -> Combinable:
        """Squared distance in km² to columns `lat`, `lon`, flat enough for a county; NULL stays NULL."""
        north = (F(f"{prefix}lat") - self.lat) * KM_PER_DEGREE
        east = (F(f"{prefix}lon") - self.lon) * (KM_PER_DEGREE * cos(radians(self.lat)))
        return north * north + east * east

    def cells(self, km: float = NEAR_KM) -> Q:
        """Postings whose grid cell may lie within `km`."""
        rows, columns = cells_within(self.lat, self.lon, km)
        return Q(row__range=rows, column__range=columns)


def spot_of(asked: QueryDict, worker: Worker | None) -> Spot | None:
    """The place in the address (“用我的位置”), else the one the worker gave; None: not known."""
    try:
        lat, lon = (round(float(asked.get(name, "")), 3) for name in ("lat", "lon"))
    except ValueError:
        pass
    else:
        if in_china_box(lat, lon):
            return Spot(lat, lon)
    if worker is not None and worker.lat is not None and worker.lon is not None:
        return Spot(worker.lat, worker.lon)
    return None


def metres_to_gig(
    spot: Spot | None, employer: Employer, lat: float | None, lon: float | None
) -> float | None:
    """Distance to a place of work. A home is taken to about a kilometre, so that nobody can work out the door."""
    if spot is None or lat is None or lon is None:
        return None
    if employer.kind == EmployerKind.HOUSEHOLD:
        lat, lon = round(lat, 2), round(lon, 2)
    return spot.metres_to(lat, lon)
