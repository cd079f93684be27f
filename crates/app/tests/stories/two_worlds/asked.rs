//! Two worlds that differ in what was asked, and in what the office notes for itself.

use super::{Secret, compare};
use crate::access::visitors::Visitor;
use crate::house::House;

stories! {
    nobody_outside_learns_that_somebody_asked,
    no_author_learns_what_the_office_notes,
}

/// A contest that everybody sees.
const CONTEST: &str =
    "insert into contest (id, slug, name, folded, sort_key, series, level, locality,
        first_year, last_year, state, created_at) values
    ('01a1fc0b-e380-7000-8000-000000000000', 'hoi-thi-mo', 'Hội thi Mở', 'hoi thi mo', 'hoi thi mo',
     'other', 'province', 'tỉnh Sa Lĩnh', 2031, 2031, 'running', 0);
    insert into publication (id, contest_id, from_at, ordered_at) values
    ('01a1fc0b-e380-7000-8000-000000000001', '01a1fc0b-e380-7000-8000-000000000000', 0, 0);
    insert into rule_set (id, contest_id, version, body, made_at) values
    ('01a1fc0b-e380-7000-8000-000000000002', '01a1fc0b-e380-7000-8000-000000000000', 1, '{}', 0)";

/// The coordinator of the department of science asks about it, and the office has answered.
const QUESTION: &str =
    "insert into conversation (id, contest_id, account_id, subject, field, state, since, last,
        opened_at)
    select '01a1fc0b-e380-7000-8000-000000000003', '01a1fc0b-e380-7000-8000-000000000000', a.id,
        'Câu hỏi bí mật', '', 'author', 0, 2, 0
    from account a where a.email = 'daumoi.khcn@salinh.example';
    insert into conversation_message (id, conversation_id, position, side, text, turned, said_by,
        said_at)
    select '01a1fc0b-e380-7000-8000-000000000004', '01a1fc0b-e380-7000-8000-000000000003', 1,
        'author', 'Lời hỏi bí mật', true, v.account_id, 0 from conversation v;
    insert into conversation_message (id, conversation_id, position, side, text, turned, said_at)
    values ('01a1fc0b-e380-7000-8000-000000000005', '01a1fc0b-e380-7000-8000-000000000003', 2,
        'office', 'Lời đáp bí mật', true, 0)";

const TALK: &str = "01a1fc0b-e380-7000-8000-000000000003";

async fn nobody_outside_learns_that_somebody_asked(house: &House) {
    let secret = Secret {
        common: &[CONTEST],
        difference: QUESTION,
        words: &["Câu hỏi bí mật", "Lời hỏi bí mật", "01a1fc0b-e380-7000-8000-000000000000", TALK],
        outsiders: &[Visitor::Anonymous, Visitor::Half, Visitor::OldCookie, Visitor::Other],
        insiders: &[
            (Visitor::Own, "/conversations"),
            (Visitor::Secretary, "/contests/01a1fc0b-e380-7000-8000-000000000000/conversations"),
        ],
    };
    compare(house.engine(), &secret).await;
}

async fn no_author_learns_what_the_office_notes(house: &House) {
    let secret = Secret {
        common: &[CONTEST, QUESTION],
        difference: "insert into conversation_remark (id, conversation_id, text, said_at) values
            ('01a1fc0b-e380-7000-8000-000000000006', '01a1fc0b-e380-7000-8000-000000000003',
             'Ghi chú bí mật', 0);
            insert into conversation_event (id, conversation_id, kind, position, side, made_at) values
            ('01a1fc0b-e380-7000-8000-000000000007', '01a1fc0b-e380-7000-8000-000000000003', 'take',
             2, 'office', 0);
            update conversation set taken_by = (select id from account
                where email = 'thuky@salinh.example')",
        words: &["Ghi chú bí mật", "01a1fc0b-e380-7000-8000-000000000000", TALK],
        outsiders: &[
            Visitor::Anonymous,
            Visitor::Half,
            Visitor::OldCookie,
            Visitor::Other,
            Visitor::Own,
        ],
        insiders: &[(
            Visitor::Secretary,
            "/conversations/01a1fc0b-e380-7000-8000-000000000003",
        )],
    };
    compare(house.engine(), &secret).await;
}
