"""Every rule of the rulebook fires on a text of ours and is silent on its look-alike."""

import pytest

from lingong.jobs.intake.checks import CHECKS
from lingong.jobs.intake.read import read
from tests.jobs.intake.gold import rows

# near_duplicate is missing: it needs the bank of postings.
CODES = {
    "wage_missing",
    "wage_conflict",
    "wage_unit_conflict",
    "wage_anomaly",
    "below_minimum_wage",
    "fee",
    "deposit",
    "wage_deduction",
    "liability_waiver",
    "id_withheld",
    "gender_restriction",
    "gender_preference",
    "age_by_sex",
    "unequal_pay",
    "ethnic_restriction",
    "region_restriction",
    "health_discrimination",
    "criminal_record",
    "appearance",
    "underage",
    "minor",
    "night_shift",
    "long_hours",
    "high_risk_work",
    "no_base_pay",
    "shuadan",
    "mlm",
    "gambling",
    "account_rental",
    "illegal_finance",
    "training_ad",
    "lure",
    "guaranteed_hire",
    "brand_impersonation",
    "overseas",
    "off_platform_contact",
    "vague",
    "validity_unlimited",
    "place_conflict",
    "hours_conflict",
    "obfuscation",
    "not_a_job",
}


def test_the_rulebook_holds_the_codes_of_the_contract():
    assert {rule.code for rule in CHECKS} == CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_text_with_gold_shows_the_rule(code):
    marked = [row for row in rows("samples", "reading") if "flags" in row["gold"]]
    assert any(code in {flag["code"] for flag in row["gold"]["flags"]} for row in marked)


@pytest.mark.parametrize(
    ("code", "flagged", "silent"),
    [
        ("fee", "服装费100元，小工180/天", "服装费全免，小工180/天"),
        ("deposit", "交押金200，小工180/天", "免押金，小工180/天"),
        ("deposit", "压三天工资，普工20元/小时", "当天结工资，普工20元/小时"),
        ("wage_deduction", "干不满三天不给钱，小工180/天", "干满三天另有奖励，小工180/天"),
        ("id_withheld", "押身份证，20元/小时", "带身份证，20元/小时"),
        ("gender_restriction", "只要男的，搬运260/天", "男女都要，搬运260/天"),
        ("ethnic_restriction", "少数民族已满，20元/小时", "少数民族同样欢迎，20元/小时"),
        ("region_restriction", "新疆、西藏人不收，20元/小时", "新疆阿克苏摘棉花，2元/公斤"),
        ("region_restriction", "外地人勿扰，20元/小时", "外地人也可，20元/小时"),
        ("health_discrimination", "乙肝携带者勿扰，20元/小时", "需办健康证，20元/小时"),
        ("minor", "满17周岁，收银18元/小时", "满18周岁，收银18元/小时"),
        ("underage", "15岁也可以，发传单80/天", "15元也可以，发传单80/天"),
        ("night_shift", "22:00-2:00，20元/小时", "12:00-20:00，20元/小时"),
        ("long_hours", "每天11小时，200/天", "每天10小时，200/天"),
        ("high_risk_work", "吊篮外墙施工，400/天", "外墙施工，需高处作业证，400/天"),
        ("no_base_pay", "零底薪，每单5元，业务员", "底薪2000，每单5元，业务员"),
        ("shuadan", "给店铺刷好评，一单5元", "给店铺刷油漆，一天300元"),
        ("vague", "招普工数名，20元/小时", "招普工五名，20元/小时"),
        ("validity_unlimited", "常年招工，焊工300/天", "长期工，焊工300/天"),
        ("off_platform_contact", "扫码进群，分拣20元/小时", "在服务群里已通知，分拣20元/小时"),
        ("below_minimum_wage", "一天100，干10个小时，洗碗", "一天100，干5个小时，洗碗"),
        ("wage_anomaly", "1500元/天，8小时，小工", "500元/天，8小时，电焊工"),
        ("appearance", "身高1米6以上，礼仪200/天", "身体健康，礼仪200/天"),
        ("liability_waiver", "出事概不负责，小工200/天", "公司负责保险，小工200/天"),
        ("lure", "日入500不是梦，手工活", "一天200，手工活"),
    ],
)
def test_a_rule_and_its_look_alike(code, flagged, silent):
    assert code in {flag.code for flag in read(flagged).flags}
    assert code not in {flag.code for flag in read(silent).flags}


def test_somebody_who_looks_for_work_is_told_nothing_else():
    reading = read("本人男45岁，找零活，不要夜班")
    assert [flag.code for flag in reading.flags] == ["not_a_job"]
    assert reading.missing == ()
