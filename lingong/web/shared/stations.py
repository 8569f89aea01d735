"""Where somebody can go: the markets and stations near a district, with telephone and hours."""

from lingong.markets.models import Market
from lingong.regions.codes import lineage, prefix

SHOWN = 3


def stations_for(region: str) -> list[Market]:
    """Public markets of the county, else of the city, else of the province, else any; three at most."""
    rows = Market.objects.public().order_by("pk")
    for code in lineage(region) if region else ():
        found = list(rows.filter(region__startswith=prefix(code))[:SHOWN])
        if found:
            return found
    return list(rows[:SHOWN])
