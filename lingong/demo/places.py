"""Suqian as the demo shows it: real divisions, invented addresses."""

from dataclasses import dataclass

CITY = "321300"
CITY_NAME = "宿迁市"


@dataclass(frozen=True, slots=True)
class County:
    """A county, its middle, its two towns with a station and its village with a window, and places of work."""

    code: str
    name: str
    lat: float
    lon: float
    towns: tuple[str, str]
    village: str
    sites: tuple[str, ...]
    homes: tuple[str, ...]

    def near(self, n: int) -> tuple[float, float]:
        """The n-th point around the middle, within some five kilometres."""
        return round(self.lat + (n * 7 % 11 - 5) * 0.008, 4), round(self.lon + (n * 5 % 13 - 6) * 0.008, 4)


COUNTIES = (
    County("321302", "宿城区", 33.9630, 118.2425, ("双庄街道", "洋河镇"), "埠子镇城东村",
           ("城东建材市场", "项王小区工地", "宝龙广场", "洋河物流园", "双庄工业园"),
           ("翠湖花园3号楼", "御景湾小区6栋", "锦绣江南12栋", "黄河小区8号楼")),
    County("321311", "宿豫区", 33.9468, 118.3308, ("豫新街道", "大兴镇"), "新庄镇前进村",
           ("电商产业园A3仓", "江山大道工地", "张家港工业园", "来龙镇蔬菜大棚", "顺河农贸市场"),
           ("豫园小区5栋", "江山花园2号楼", "滨河名苑9栋")),
    County("321322", "沭阳县", 34.1110, 118.8048, ("沭城街道", "新河镇"), "颜集镇花木村",
           ("花木大世界", "沭阳软件园工地", "苏奥电商园", "新河镇苗圃", "循环经济产业园"),
           ("学府花园7栋", "沭河人家3号楼")),
    County("321323", "泗阳县", 33.7225, 118.7034, ("众兴街道", "王集镇"), "李口镇果园村",
           ("众兴建材城", "泗阳开发区纺织厂", "王集镇物流园", "李口镇桃园"),
           ("运河一号4栋", "桃源人家11号楼")),
    County("321324", "泗洪县", 33.4761, 118.2236, ("青阳街道", "双沟镇"), "临淮镇渔村",
           ("泗洪双沟酒业园", "青阳商贸城", "洪泽湖大闸蟹市场", "泗洪开发区工地"),
           ("世纪花园10栋", "体育花园6号楼")),
)  # fmt: skip
BY_CODE = {county.code: county for county in COUNTIES}
