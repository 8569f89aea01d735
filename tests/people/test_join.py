"""Two records of one person: joined, parted again, refused where they collide."""

from datetime import timedelta

import pytest

from lingong.hiring.apply import apply
from lingong.hiring.models import Engagement
from lingong.journal.actor import Actor
from lingong.journal.models import Event
from lingong.lib.refusal import Refusal
from lingong.matching.models import Tie
from lingong.people.join import join, undo_join
from lingong.people.models import Join, Person, RealName
from lingong.workers.models import Taken, Worker
from tests.cast import SATURDAY, Cast, actor

pytestmark = pytest.mark.django_db
FACTS = (
    "account_id", "phone", "phone_index", "has_smartphone", "id_kind", "id_number", "id_index", "birth_date",
    "real_name_level", "verified_at", "sex", "merged_into_id",
)  # fmt: skip


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def counter(cast) -> Worker:
    """老李 as the counter knows him: paper seen, no phone."""
    return cast.li


@pytest.fixture
def by_phone(cast) -> Worker:
    """The same man, signed up on a phone his son gave him."""
    return cast.worker("李大山", phone="13900000077", trades=("labourer", "bricklayer"), verified=False)


@pytest.fixture
def head(cast) -> Actor:
    return actor(cast.market_head)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def facts(*people):
    return [{name: getattr(fresh(person), name) for name in FACTS} for person in people]


def hangs_on(worker):
    """What the record of a worker consists of."""
    return (
        set(worker.trades.values_list("trade", flat=True)),
        set(worker.engagements.values_list("public_id", flat=True)),
        worker.taken.count(),
        fresh(worker).attended,
        fresh(worker).rating_sum,
        set(worker.ties.values_list("finished", "blocked_by")),
    )


def started(cast, worker) -> Engagement:
    """On a gig, with the hours of its first shift promised."""
    posting = cast.posting()
    by = cast.as_worker(worker)
    engagement = apply(worker=worker, posting=posting, by=by, now=SATURDAY)
    plan = posting.terms.shifts.first()
    Taken.objects.create(
        worker=worker, start_at=plan.start_at, end_at=plan.end_at, promise=engagement.public_id
    )
    return engagement


def test_the_counter_record_takes_over_account_work_and_record_of_the_phone_record(
    cast, counter, by_phone, head
):
    kept, merged = counter.person, by_phone.person
    engagement = started(cast, by_phone)
    Worker.objects.filter(pk=counter.pk).update(attended=3, rating_sum=9, rating_count=2)
    Worker.objects.filter(pk=by_phone.pk).update(attended=2, rating_sum=5, rating_count=1)
    join(kept=kept, merged=merged, by=head, now=SATURDAY)

    kept, merged = fresh(kept), fresh(merged)
    assert (kept.account.phone, kept.phone) == ("13900000077", "13900000077")
    assert kept.has_smartphone
    assert kept.is_verified
    assert (merged.merged_into, merged.account, merged.phone, merged.id_index) == (kept, None, "", None)
    assert list(Person.objects.living_records().filter(name="李大山")) == [kept]
    assert set(counter.trades.values_list("trade", flat=True)) == {"labourer", "bricklayer"}
    assert fresh(engagement).worker == counter
    assert counter.taken.count() == 1
    assert (fresh(counter).attended, fresh(counter).rating) == (5, 14 / 3)
    assert Event.objects.get(kind="people.joined").data == {"merged": str(merged.public_id)}


def test_the_other_way_round_the_paper_and_the_month_of_birth_come_along(counter, by_phone, head):
    assert by_phone.born_month_date is None
    join(kept=by_phone.person, merged=counter.person, by=head, now=SATURDAY)
    kept = fresh(by_phone.person)
    assert (kept.real_name_level, kept.id_number[-4:]) == (RealName.VERIFIED, counter.person.id_number[-4:])
    assert fresh(by_phone).born_month_date == counter.born_month_date


@pytest.mark.parametrize("kept_is", ["counter", "phone"])
def test_undo_restores_everything(cast, counter, by_phone, head, kept_is):
    kept, merged = (counter, by_phone) if kept_is == "counter" else (by_phone, counter)
    posting = started(cast, by_phone).posting
    for worker, attended, finished, blocked in ((counter, 3, 4, ""), (by_phone, 2, 1, "worker")):
        Worker.objects.filter(pk=worker.pk).update(attended=attended, rating_sum=5, rating_count=1)
        Tie.objects.create(worker=worker, employer=posting.employer, finished=finished, blocked_by=blocked)
    people = (kept.person, merged.person)
    before = facts(*people), hangs_on(kept), hangs_on(merged), fresh(kept).born_month_date

    joined = join(kept=people[0], merged=people[1], by=head, now=SATURDAY)
    assert hangs_on(kept)[3:] == (5, 10, {(5, "worker")})
    assert (facts(*people), hangs_on(kept), hangs_on(merged), fresh(kept).born_month_date) != before
    undo_join(join=fresh(joined), by=head, now=SATURDAY + timedelta(days=1))

    assert (facts(*people), hangs_on(kept), hangs_on(merged), fresh(kept).born_month_date) == before
    with pytest.raises(Refusal, match="已经撤销过"):
        undo_join(join=fresh(joined), by=head, now=SATURDAY)
    join(kept=fresh(people[0]), merged=fresh(people[1]), by=head, now=SATURDAY)


def test_what_is_written_down_for_the_undo_is_sealed(counter, by_phone, head):
    joined = join(kept=counter.person, merged=by_phone.person, by=head, now=SATURDAY)
    raw = Join.objects.filter(pk=joined.pk).extra(select={"raw": "before"}).values_list("raw", flat=True)[0]
    assert counter.person.id_number not in str(raw)
    assert "13900000077" in fresh(joined).before


def test_both_on_one_gig_is_for_people_to_sort_out(cast, counter, by_phone, head):
    posting = cast.posting()
    for worker in (counter, by_phone):
        apply(worker=worker, posting=posting, by=cast.as_worker(worker), now=SATURDAY)
    before = facts(counter.person, by_phone.person)
    with pytest.raises(Refusal, match="互相冲突"):
        join(kept=counter.person, merged=by_phone.person, by=head, now=SATURDAY)
    assert facts(counter.person, by_phone.person) == before
    assert Engagement.objects.filter(worker=by_phone).count() == 1
    assert not Join.objects.exists()


def test_both_promised_to_work_at_the_same_time_cannot_be_one_person(cast, counter, by_phone, head):
    cast.confirmed(cast.posting(), counter)
    started(cast, by_phone)
    with pytest.raises(Refusal, match="互相冲突"):
        join(kept=counter.person, merged=by_phone.person, by=head, now=SATURDAY)
    assert (counter.taken.count(), by_phone.taken.count()) == (1, 1)


def test_different_papers_two_accounts_and_one_record_are_refused(cast, counter, by_phone, head):
    other = cast.person("李大山", verified=True)
    with pytest.raises(Refusal, match="证件号不同"):
        join(kept=counter.person, merged=other, by=head, now=SATURDAY)
    with pytest.raises(Refusal, match="登录账号"):
        join(kept=cast.wang.person, merged=by_phone.person, by=head, now=SATURDAY)
    with pytest.raises(Refusal, match="不能合并"):
        join(kept=counter.person, merged=counter.person, by=head, now=SATURDAY)


def test_a_record_joined_a_moment_ago_is_not_joined_again(cast, counter, by_phone, head):
    """Two clerks, two pages opened before: the second one's copy does not know of the first join."""
    stale, other = fresh(by_phone.person), cast.person("李大山", verified=False)
    join(kept=counter.person, merged=by_phone.person, by=head, now=SATURDAY)
    with pytest.raises(Refusal, match="不能合并"):
        join(kept=other, merged=stale, by=head, now=SATURDAY)
    with pytest.raises(Refusal, match="不能合并"):
        join(kept=stale, merged=other, by=head, now=SATURDAY)


def test_an_undo_that_no_longer_fits_says_so(cast, counter, by_phone, head):
    joined = join(kept=counter.person, merged=by_phone.person, by=head, now=SATURDAY)
    Person.objects.filter(pk=counter.person_id).update(account=None)
    other = cast.person("别人", verified=False)
    Person.objects.filter(pk=other.pk).update(account=by_phone.person.account)
    with pytest.raises(Refusal, match="对不上"):
        undo_join(join=joined, by=head, now=SATURDAY)
    assert fresh(joined).undone_at is None
