"""From a sentence at the counter through review to a proposal; review is by somebody else."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from lingong.hiring.models import Engagement
from lingong.jobs.change import propose_change
from lingong.jobs.draft import start_draft, submit
from lingong.jobs.models import Posting
from tests.cast import COUNTY, SENTENCE

pytestmark = pytest.mark.django_db


def post(client, cast, follow=True, **facts):
    return client.post(reverse("web:desk_post", args=[cast.firm.public_id]), facts, follow=follow)


def stated(client, cast):
    form = post(client, cast, read="1", text=SENTENCE).context["form"]
    facts = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in facts.items() if value not in (None, False)} | {"trade": "小工"}


def in_review(cast, text=SENTENCE, ago=0, **facts):
    by, then = cast.as_employer(cast.firm), cast.now - timedelta(minutes=ago)
    draft = start_draft(employer=cast.firm, by=by, now=then, text=text)
    submit(posting=draft, offer=cast.offer(end=time(17), **facts), by=by, now=then)
    return draft


def test_the_sentence_fills_the_form_and_what_is_missing_is_asked(cast, clerk):
    page = post(clerk, cast, read="1", text=SENTENCE)
    assert page.context["missing"] == ["end"]
    assert 'value="小工"' in page.content.decode()
    assert "原文没写，请补上" in page.content.decode()


def test_submitted_it_waits_for_somebody_else(cast, clerk, browser):
    facts = stated(clerk, cast)
    refused = post(clerk, cast, **facts)
    assert refused.context["form"].errors.keys() == {"end"}
    past = post(clerk, cast, **facts | {"first_day": "2026-11-20", "end": "17:00"})
    assert past.context["form"].errors.keys() == {"start"}
    assert not Posting.objects.exists()
    for _ in range(2):
        post(clerk, cast, **facts, end="17:00", once="one-form")
    posting = Posting.objects.get()
    assert (posting.state, posting.source, posting.source_text) == ("in_review", "desk", SENTENCE)

    one = reverse("web:desk_review_one", args=[posting.public_id])
    own = clerk.get(one).content.decode()
    assert "要另一位工作人员来审" in own
    assert "要由另一位工作人员审核" in clerk.post(one).content.decode()
    browser(cast.reviewer).post(one)
    posting.refresh_from_db()
    assert posting.state == "published"


def test_the_oldest_clock_comes_first_with_its_doubtful_words(cast, clerk):
    in_review(cast)
    old = in_review(cast, "招搬运工，男工优先，押金100元", ago=40)
    page = clerk.get(reverse("web:desk_review"))
    assert page.context["terms"].posting == old
    said = page.content.decode()
    assert "<mark>押金100元</mark>" in said
    assert "收押金或押工资" in said
    assert "超时 10 分钟" in said


def test_sent_back_with_its_reason(cast, clerk):
    posting = in_review(cast)
    one = reverse("web:desk_review_one", args=[posting.public_id])
    empty = clerk.post(one, {"reason": " "})
    assert "reason" in empty.context["form"].errors
    clerk.post(one, {"reason": "请写清楚工钱"})
    posting.refresh_from_db()
    assert (posting.state, posting.versions.get().reason) == ("draft", "请写清楚工钱")
    assert clerk.get(one).status_code == 404


def test_a_change_of_pay_shows_both_versions(cast, clerk):
    posting, dearer = cast.posting(), cast.offer(end=time(17), pay=200)
    propose_change(posting=posting, offer=dearer, by=cast.as_employer(cast.firm), now=cast.now)
    page = clerk.get(reverse("web:desk_review")).content.decode()
    assert "改条件" in page
    assert "180 元/天" in page
    assert "200 元/天" in page


def test_a_bureau_officer_reviews_and_an_inspector_does_not(cast, browser):
    posting = in_review(cast)
    one = reverse("web:desk_review_one", args=[posting.public_id])
    assert browser(cast.inspector).post(one).status_code == 404
    browser(cast.officer).post(one)
    posting.refresh_from_db()
    assert posting.state == "published"


def test_the_clerk_brings_a_pair_together(cast, clerk):
    posting, li = cast.posting(), cast.li
    page = clerk.get(reverse("web:desk_posting", args=[posting.public_id])).content.decode()
    assert "李大山" in page
    assert "介绍" in page
    propose = reverse("web:desk_propose", args=[posting.public_id, li.public_id])
    clerk.post(propose)
    again = clerk.post(propose, follow=True).content.decode()
    assert "已经报过名" in again
    engagement = Engagement.objects.get()
    assert (engagement.state, engagement.origin, engagement.posting.region) == (
        "proposed",
        "proposed",
        COUNTY,
    )


def test_first_come_first_served_is_confirmed_at_once(cast, clerk):
    posting = cast.posting(instant=True)
    to = reverse("web:desk_apply", args=[cast.li.person.public_id, posting.public_id])
    assert "已经定下" in clerk.post(to, follow=True).content.decode()
    assert Engagement.objects.get().state == "confirmed"
