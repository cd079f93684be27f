//! What has happened, as statements: each answers with the rows of which somebody is to hear.

use crate::notices::Kind;

/// Who hears of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The coordinators of the unit of the event.
    Unit,
    /// Who runs the contest.
    Runners,
    /// Who asked in a conversation: the person, or the members of its dossier.
    Asking,
}

/// A kind with the statement that finds its events and who hears of them.
pub type Source = (Kind, Audience, &'static str);

/// Columns of each statement: subject, mark, contest_id, unit_id, about, words, due_at, happened_at, made_by.
/// `$1` is now, `$2` the moment since which it is looked.
pub const EVENTS: [Source; 19] = [
    (Kind::Reported, Audience::Runners, REPORTED),
    (Kind::Accepted, Audience::Unit, ACCEPTED),
    (Kind::Returned, Audience::Unit, RETURNED),
    (Kind::ExtensionAsked, Audience::Runners, EXTENSION_ASKED),
    (Kind::ExtensionAnswered, Audience::Unit, EXTENSION_ANSWERED),
    (Kind::Remark, Audience::Unit, REMARK),
    (Kind::Remark, Audience::Runners, REMARK_TO_ONE),
    (Kind::TaskChanged, Audience::Unit, TASK_CHANGED),
    (Kind::TaskCalledOff, Audience::Unit, TASK_CALLED_OFF),
    (Kind::PeriodOpened, Audience::Unit, PERIOD_OPENED),
    (Kind::PeriodSubmitted, Audience::Runners, PERIOD_SUBMITTED),
    (Kind::PeriodAccepted, Audience::Unit, PERIOD_ACCEPTED),
    (Kind::PeriodReturned, Audience::Unit, PERIOD_RETURNED),
    (Kind::DeadlineMoved, Audience::Unit, DEADLINE_MOVED_UNITS),
    (Kind::DeadlineMoved, Audience::Runners, DEADLINE_MOVED),
    (Kind::ContestPublished, Audience::Unit, PUBLISHED_UNITS),
    (Kind::ContestPublished, Audience::Runners, PUBLISHED),
    (Kind::AuthorWrote, Audience::Runners, AUTHOR_WROTE),
    (Kind::OfficeWrote, Audience::Asking, OFFICE_WROTE),
];

/// What was given to units of a contest that runs, since its units were last told.
pub const ASSIGNED: &str =
    "select 'assignment/' || a.id as subject, '' as mark, a.contest_id, a.unit_id,
        t.text as about, null as words, a.due_at, a.created_at as happened_at, null as made_by
    from contest k left join notice_contest n on n.contest_id = k.id
        join assignment a on a.contest_id = k.id and a.created_at >= coalesce(n.told_at, 0)
        join task t on t.id = a.task_id and t.called_off_at is null
    where k.state = 'running' and $1 > $2";

const REPORTED: &str = "select 'assignment/' || a.id as subject, r.id as mark, a.contest_id, a.unit_id,
        t.text as about, null as words, a.due_at, r.reported_at as happened_at, r.reported_by as made_by
    from assignment_report r join assignment a on a.id = r.assignment_id join task t on t.id = a.task_id
    where r.reported_at between $2 and $1";

const ACCEPTED: &str = "select 'assignment/' || a.id as subject, r.id as mark, a.contest_id, a.unit_id,
        t.text as about, r.reason as words, a.due_at, r.decided_at as happened_at, r.decided_by as made_by
    from assignment_report r join assignment a on a.id = r.assignment_id join task t on t.id = a.task_id
    where r.decided_at between $2 and $1 and r.outcome = 'accepted'";

const RETURNED: &str = "select 'assignment/' || a.id as subject, r.id as mark, a.contest_id, a.unit_id,
        t.text as about, r.reason as words, a.due_at, r.decided_at as happened_at, r.decided_by as made_by
    from assignment_report r join assignment a on a.id = r.assignment_id join task t on t.id = a.task_id
    where r.decided_at between $2 and $1 and r.outcome = 'returned'";

const EXTENSION_ASKED: &str = "select 'assignment/' || a.id as subject, x.id as mark, a.contest_id, a.unit_id,
        t.text as about, x.reason as words, a.due_at, x.asked_at as happened_at, x.asked_by as made_by
    from extension x join assignment a on a.id = x.assignment_id join task t on t.id = a.task_id
    where x.asked_at between $2 and $1";

/// A refusal names no end.
const EXTENSION_ANSWERED: &str = "select 'assignment/' || a.id as subject, x.id as mark, a.contest_id,
        a.unit_id, t.text as about, x.answer as words, case when x.granted then a.due_at end as due_at,
        x.answered_at as happened_at, x.answered_by as made_by
    from extension x join assignment a on a.id = x.assignment_id join task t on t.id = a.task_id
    where x.answered_at between $2 and $1";

/// What was said to one unit, and what was said to all units of a task.
const REMARK: &str = "select case when r.assignment_id is null then 'task/' || t.id
            else 'assignment/' || a.id end as subject,
        r.id as mark, a.contest_id, a.unit_id, t.text as about, r.text as words, cast(null as bigint) as due_at,
        r.said_at as happened_at, r.said_by as made_by
    from remark r join task t on t.id = r.task_id join assignment a on a.task_id = r.task_id
        and (r.assignment_id is null or a.id = r.assignment_id)
    where r.said_at between $2 and $1";

const REMARK_TO_ONE: &str = "select 'assignment/' || a.id as subject, r.id as mark, a.contest_id, a.unit_id,
        t.text as about, r.text as words, cast(null as bigint) as due_at, r.said_at as happened_at, r.said_by as made_by
    from remark r join assignment a on a.id = r.assignment_id join task t on t.id = a.task_id
    where r.said_at between $2 and $1";

const TASK_CHANGED: &str =
    "select 'task/' || t.id as subject, x.id as mark, a.contest_id, a.unit_id,
        t.text as about, x.reason as words, a.due_at, x.made_at as happened_at, x.made_by
    from task_change x join task t on t.id = x.task_id join assignment a on a.task_id = t.id
    where x.made_at between $2 and $1 and x.kind = 'changed' and a.state <> 'accepted'";

const TASK_CALLED_OFF: &str = "select 'task/' || t.id as subject, x.id as mark, a.contest_id, a.unit_id,
        t.text as about, x.reason as words, cast(null as bigint) as due_at, x.made_at as happened_at, x.made_by
    from task_change x join task t on t.id = x.task_id join assignment a on a.task_id = t.id
    where x.made_at between $2 and $1 and x.kind = 'called_off' and a.state <> 'accepted'";

const PERIOD_OPENED: &str =
    "select 'report/' || p.id as subject, '' as mark, p.contest_id, p.unit_id,
        p.period as about, null as words, p.due_at, p.opened_at as happened_at, null as made_by
    from period_report p where p.opened_at between $2 and $1";

const PERIOD_SUBMITTED: &str =
    "select 'report/' || p.id as subject, v.id as mark, p.contest_id, p.unit_id,
        p.period as about, null as words, p.due_at, v.submitted_at as happened_at,
        v.submitted_by as made_by
    from report_version v join period_report p on p.id = v.report_id
    where v.submitted_at between $2 and $1";

const PERIOD_ACCEPTED: &str = "select 'report/' || p.id as subject, v.id as mark, p.contest_id, p.unit_id,
        p.period as about, v.reason as words, p.due_at, v.decided_at as happened_at, v.decided_by as made_by
    from report_version v join period_report p on p.id = v.report_id
    where v.decided_at between $2 and $1 and v.outcome = 'accepted'";

const PERIOD_RETURNED: &str = "select 'report/' || p.id as subject, v.id as mark, p.contest_id, p.unit_id,
        p.period as about, v.reason as words, p.due_at, v.decided_at as happened_at, v.decided_by as made_by
    from report_version v join period_report p on p.id = v.report_id
    where v.decided_at between $2 and $1 and v.outcome = 'returned'";

/// A milestone that was called off names no end.
const DEADLINE_MOVED: &str = "select 'milestone/' || m.id as subject, v.id as mark, m.contest_id,
        null as unit_id, coalesce(m.title, m.kind) as about, v.reason as words,
        case when v.called_off then null else coalesce(v.closes_at, v.opens_at) end as due_at,
        v.made_at as happened_at, v.made_by
    from milestone_version v join milestone m on m.id = v.milestone_id
    where v.made_at between $2 and $1 and v.version > 1";

const DEADLINE_MOVED_UNITS: &str =
    "select 'milestone/' || m.id as subject, v.id as mark, m.contest_id,
        u.id as unit_id, coalesce(m.title, m.kind) as about, v.reason as words,
        case when v.called_off then null else coalesce(v.closes_at, v.opens_at) end as due_at,
        v.made_at as happened_at, v.made_by
    from milestone_version v join milestone m on m.id = v.milestone_id
        join unit u on exists (select 1 from assignment a
            where a.contest_id = m.contest_id and a.unit_id = u.id)
    where v.made_at between $2 and $1 and v.version > 1";

const PUBLISHED: &str = "select 'contest/' || p.contest_id as subject, p.id as mark, p.contest_id,
        null as unit_id, '' as about, null as words, cast(null as bigint) as due_at, p.from_at as happened_at,
        p.ordered_by as made_by
    from publication p where p.from_at between $2 and $1 and p.ended_at is null";

const PUBLISHED_UNITS: &str = "select 'contest/' || p.contest_id as subject, p.id as mark, p.contest_id,
        u.id as unit_id, '' as about, null as words, cast(null as bigint) as due_at, p.from_at as happened_at,
        p.ordered_by as made_by
    from publication p
        join unit u on exists (select 1 from assignment a
            where a.contest_id = p.contest_id and a.unit_id = u.id)
    where p.from_at between $2 and $1 and p.ended_at is null";

/// What was said when it became the office's turn. The words stay where they were said: they may be withdrawn.
const AUTHOR_WROTE: &str =
    "select 'conversation/' || v.id as subject, m.id as mark, v.contest_id, null as unit_id,
        v.subject as about, null as words, cast(null as bigint) as due_at, m.said_at as happened_at,
        m.said_by as made_by
    from conversation_message m join conversation v on v.id = m.conversation_id
    where m.said_at between $2 and $1 and m.turned and m.side = 'author'
        and not exists (select 1 from conversation_withdrawal w where w.message_id = m.id)";

const OFFICE_WROTE: &str =
    "select 'conversation/' || v.id as subject, m.id as mark, v.contest_id, null as unit_id,
        v.subject as about, null as words, cast(null as bigint) as due_at, m.said_at as happened_at,
        m.said_by as made_by
    from conversation_message m join conversation v on v.id = m.conversation_id
    where m.said_at between $2 and $1 and m.turned and m.side = 'office'
        and not exists (select 1 from conversation_withdrawal w where w.message_id = m.id)";
