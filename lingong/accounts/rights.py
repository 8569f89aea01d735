"""Rights are one enum; a role is a named set of them."""

import enum


class Right(enum.StrEnum):
    PERSON_READ = "person.read"  # find and see people of the region (masked)
    PERSON_REGISTER = "person.register"  # register a person at the counter
    PERSON_JOIN = "person.join"  # join two records of one person
    IDENTITY_VERIFY = "identity.verify"  # record that a paper was seen and is right
    EMPLOYER_VERIFY = "employer.verify"
    POSTING_READ = "posting.read"
    POSTING_WRITE = "posting.write"  # post for an employer at the counter
    POSTING_REVIEW = "posting.review"
    ENGAGEMENT_READ = "engagement.read"
    ENGAGEMENT_ASSIST = "engagement.assist"  # act for a person who stands at the counter
    MATCH_PROPOSE = "match.propose"
    MARKET_WRITE = "market.write"
    CALL_LIST = "call.list"  # telephone people without a smartphone
    GRANT_WRITE = "grant.write"
    JOURNAL_READ = "journal.read"


class Role(enum.StrEnum):
    CLERK = "clerk"
    MARKET_HEAD = "market_head"
    BUREAU_OFFICER = "bureau_officer"
    INSPECTOR = "inspector"
    ADMINISTRATOR = "administrator"


ROLE_TITLES = {
    Role.CLERK: "窗口工作人员",
    Role.MARKET_HEAD: "市场负责人",
    Role.BUREAU_OFFICER: "人社部门工作人员",
    Role.INSPECTOR: "监察人员",
    Role.ADMINISTRATOR: "系统管理员",
}

_CLERK = frozenset(
    {
        Right.PERSON_READ,
        Right.PERSON_REGISTER,
        Right.IDENTITY_VERIFY,
        Right.EMPLOYER_VERIFY,
        Right.POSTING_READ,
        Right.POSTING_WRITE,
        Right.POSTING_REVIEW,
        Right.ENGAGEMENT_READ,
        Right.ENGAGEMENT_ASSIST,
        Right.MATCH_PROPOSE,
        Right.CALL_LIST,
    }
)

RIGHTS_OF: dict[Role, frozenset[Right]] = {
    Role.CLERK: _CLERK,
    Role.MARKET_HEAD: _CLERK | {Right.PERSON_JOIN, Right.MARKET_WRITE},
    Role.BUREAU_OFFICER: frozenset(
        {Right.POSTING_READ, Right.POSTING_REVIEW, Right.ENGAGEMENT_READ, Right.MARKET_WRITE}
    ),
    Role.INSPECTOR: frozenset({Right.POSTING_READ, Right.ENGAGEMENT_READ, Right.JOURNAL_READ}),
    Role.ADMINISTRATOR: frozenset({Right.GRANT_WRITE, Right.JOURNAL_READ, Right.MARKET_WRITE}),
}  # fmt: skip
