//! Sentences: whole ones, whatever is missing.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::plan::{Choice, Command, Edit, Removal, RemovedKind, with_reason};
use rollcall::readiness::{Code, Finding, Place, Section, Severity};
use rollcall::text;
use rollcall::text::{
    day, day_and_time, days_between, describe, path_in_words, relative_day, time, value_in_words, what, why, word_for,
};

use crate::commands::{command, seeds, start};
use crate::ready::{id, ready_release};

fn finding(code: Code, subject: &str, detail: &str) -> Finding {
    let place = Place::field(Section::Overview, "name");
    let (subject, detail, section) = (subject.to_owned(), detail.to_owned(), place.section);
    Finding { severity: Severity::Advice, code, subject, detail, section, place }
}

fn check_sentence(text: &str, code: Code, own_words: &[&str]) {
    let key = code.key();
    assert!(text.len() > 10, "{key}: {text}");
    assert!(!text.contains("  ") && !text.contains(['{', '}']), "{key}: {text}");
    assert!(
        !text.contains("“”") && !text.contains(" .") && !text.contains("..") && !text.contains(": ."),
        "{key}: {text}"
    );
    assert_eq!(text.trim(), text, "{key}");
    assert!(text.starts_with(|c: char| c.is_uppercase() || "“(".contains(c)), "{key}: {text}");
    assert!(text.ends_with('.') || own_words.iter().any(|words| text.ends_with(words)), "{key}: {text}");
}

#[test]
fn each_code_is_a_sentence_whatever_is_missing() {
    let subjects = ["", "  ", "Pilot", "IT lead", "Log errors"];
    let details = ["", " ", "2026-03-14", "Test lead", "2 of 4", "Not needed"];
    for code in Code::ALL {
        for subject in subjects {
            for detail in details {
                let text = what(&finding(*code, subject, detail));
                check_sentence(
                    &text,
                    *code,
                    &["Log errors", "Pilot", "IT lead", detail.trim()].map(|it| if it.is_empty() { "." } else { it }),
                );
            }
        }
        check_sentence(why(*code), *code, &[]);
    }
}

#[test]
fn a_finding_names_what_it_is_about() {
    let cases = [
        (Code::WindowPast, "Payments", "2026-03-01", "The planned window ended on Sun 1 Mar 2026."),
        (Code::RfcNotApproved, "", "", "There is no approved RFC."),
        (Code::RfcNotApproved, "Ledger", "", "There is no approved RFC; “Ledger” waits for the CAB."),
        (Code::RfcPending, "Ledger", "RFC-17", "RFC RFC-17 “Ledger” waits for the CAB."),
        (Code::RfcPending, "Ledger", "", "RFC “Ledger” waits for the CAB."),
        (Code::RfcPending, "Ledger", "20260301", "RFC 20260301 “Ledger” waits for the CAB."),
        (Code::WavesOutOfOrder, "Rest", "Pilot", "Wave “Rest” starts before “Pilot”, which precedes it."),
        (Code::WavesOutOfOrder, "Rest", "", "Wave “Rest” starts before (no name), which precedes it."),
        (Code::GroupWithoutWave, "Clerks", "2026-03-01", "Group “Clerks” of 2026-03-01 is in no wave."),
        (Code::WindowTooShort, "", "1 h 5 min", "Runbook and back-out together run 1 h 5 min over the window."),
        (Code::WaiverInForce, "Training", "2026-03-14", "“Training” is waived until Sat 14 Mar 2026."),
        (Code::WaiverInForce, "", "2026-03-14", "(no name) is waived until Sat 14 Mar 2026."),
        (
            Code::WaiverEndsBeforeGoLive,
            "Training",
            "2026-03-13",
            "The waiver for “Training” ends on Fri 13 Mar 2026, before go-live.",
        ),
        (Code::GateFailed, "Test review", "Run them again.", "Gate “Test review” failed: Run them again."),
        (Code::GateFailed, "Test review", "", "Gate “Test review” failed."),
        (Code::SignOffMissing, "Test review", "Test lead", "Gate “Test review”: the test lead has not signed."),
        (Code::SignOffMissing, "Test review", "QA lead", "Gate “Test review”: the QA lead has not signed."),
        (Code::SignOffMissing, "Test review", "DevOps lead", "Gate “Test review”: the DevOps lead has not signed."),
        (Code::SignOffMissing, "Test review", "", "Gate “Test review” has no role that signs it."),
        (Code::SeatVacant, "Senior IT management", "", "The Release Board has no senior IT management."),
        (
            Code::SeniorSignOffStale,
            "Senior IT management",
            "",
            "The plan has changed since senior IT management signed.",
        ),
        (Code::GateFindingOpen, "Log errors", "Code review", "Open action from “Code review”: Log errors"),
        (
            Code::ChecklistFailed,
            "Test review",
            "2 failed points and 1 open point",
            "Gate “Test review” passed with 2 failed points and 1 open point on its checklist.",
        ),
        (
            Code::ChecklistOpen,
            "Test review",
            "1 open point",
            "Gate “Test review” passed with 1 open point on its checklist.",
        ),
        (Code::BoardConditionOpen, "Watch", "2026-03-14", "Condition of the Board, until Sat 14 Mar 2026: Watch"),
        (Code::Removed, "Training", "Nothing to learn", "“Training” was removed from the plan: Nothing to learn"),
        (
            Code::DefectNotFixed,
            "Rounding",
            "",
            "Defect “Rounding” is to be fixed before the release and is still open.",
        ),
    ];
    for (code, subject, detail, expected) in cases {
        assert_eq!(what(&finding(code, subject, detail)), expected);
    }
}

#[test]
fn things_are_counted_and_listed_as_people_say_them() {
    assert_eq!(
        ["0", "1", "2", "1,200"].map(|n| text::counted(n, "day", "days")),
        ["0 days", "1 day", "2 days", "1,200 days"]
    );
    let things = ["a", "b", "c"].map(str::to_owned);
    let listed = [0, 1, 2, 3].map(|many| text::listed(&things[..many]));
    assert_eq!(listed, ["", "a", "a and b", "a, b and c"]);
    assert_eq!(text::from_to("1 %".to_owned(), "2 %"), "1 % to 2 %");
    assert_eq!(text::from_to("under 0.1 %".to_owned(), "under 0.1 %"), "under 0.1 %");
    assert_eq!([text::in_currency("12,300", " EUR "), text::in_currency("12,300", "")], ["EUR 12,300", "12,300"]);
}

#[test]
fn days_and_times_read_as_people_write_them() {
    assert_eq!(day(date(2026, 3, 14)), "Sat 14 Mar 2026");
    assert_eq!(day(date(2024, 2, 29)), "Thu 29 Feb 2024");
    assert_eq!(time(date(2026, 3, 14).at(9, 5, 59, 0)), "09:05");
    assert_eq!(day_and_time(date(2026, 12, 31).at(0, 0, 0, 0)), "Thu 31 Dec 2026, 00:00");
    let today = date(2026, 3, 2);
    let cases = [
        (today, "today"),
        (date(2026, 3, 3), "tomorrow"),
        (date(2026, 3, 1), "yesterday"),
        (date(2026, 3, 14), "in 12 days"),
        (date(2026, 2, 27), "3 days ago"),
        (date(2027, 3, 2), "in 365 days"),
    ];
    for (then, expected) in cases {
        assert_eq!(relative_day(today, then), expected);
    }
    assert_eq!(days_between(Date::MIN, Date::MAX), -days_between(Date::MAX, Date::MIN));
}

#[test]
fn what_was_signed_reads_as_people_write_it() {
    let release = ready_release();
    let ids = |ids: Vec<String>| ids.join(", ");
    let people = ids(release.people.iter().take(2).map(|person| person.id.to_string()).collect());
    let names = ids(release.people.iter().take(2).map(|person| person.name.clone()).collect());
    let groups = ids(release.groups().map(|(_, group)| group.id.to_string()).collect());
    let group_names = ids(release.groups().map(|(_, group)| group.name.clone()).collect());
    let person = release.people.iter().next().unwrap();
    assert_ne!(person.id.as_str(), person.name);
    let row = format!("due: 2027-01-18; owner: {}; text: Ask again", person.id);
    let row_said = format!("due: Mon 18 Jan 2027; owner: {}; text: Ask again", person.name);
    for (path, value, words) in [
        (&["identity", "release_manager"][..], person.id.as_str(), person.name.as_str()),
        (&["departments", "Tellers", "floor_walkers"], &people, &names),
        (&["rollout", "waves", "Pilot", "groups"], &groups, &group_names),
        (&["gate", "findings", "Ask again"], &row, &row_said),
        (&["gate", "findings", "Ask again", "owner"], "gone", "gone"),
        (&["gate", "outcome"], "passed: on: 2027-01-18", "passed: on: Mon 18 Jan 2027"),
        (&["gate", "outcome"], "not_held", "Not held"),
        (&["strategy", "strategy", "approach"], "big_bang", "Big Bang"),
        (&["runbook", "Stop", "duration"], "90", "1 h 30 min"),
        (&["rollout", "push", "targets"], "90", "90"),
        (&["rollout", "pull", "deadline"], "2027-01-18", "Mon 18 Jan 2027"),
        (&["identity", "window", "start"], "2027-01-18T10:30:00", "Mon 18 Jan 2027, 10:30"),
        (&["identity", "name"], "2027-01-18", "2027-01-18"),
        (&["identity", "name"], "", ""),
        (&[], "To be done", "To be done"),
    ] {
        let path: Vec<String> = path.iter().map(|step| (*step).to_owned()).collect();
        assert_eq!(value_in_words(&release, &path, value), words, "{path:?}");
    }
}

#[test]
fn a_path_reads_as_words() {
    let path = |steps: &[&str]| path_in_words(&steps.iter().map(|step| (*step).to_owned()).collect::<Vec<_>>());
    assert_eq!(path(&["waves", "Pilot", "success_criteria"]), "Waves › Pilot › Success criteria");
    assert_eq!(path(&["back_out", "verification"]), "Back-out › Verification");
    assert_eq!(word_for("rfcs"), "RFCs");
    assert_eq!(word_for("The code follows"), "The code follows");
    assert_eq!(word_for(""), "");
}

#[test]
fn a_removal_with_its_reason_is_told_as_the_removal() {
    let release = ready_release();
    let removal = Removal { id: id("why"), kind: RemovedKind::Defect, ..Removal::default() };
    let remove = Command::Defects(Edit::Remove { id: id("rounding") });
    assert_eq!(describe(&with_reason(removal, remove), &release), "Removed defect “rounding”");
}

proptest! {
    #[test]
    fn a_command_is_a_line_of_the_log(which: u8, seeds in seeds(4)) {
        let release = start(which);
        for seed in seeds {
            let line = describe(&command(seed, &release), &release);
            prop_assert!(["Added", "Changed", "Removed", "Moved", "Answered"].iter().any(|verb| line.starts_with(verb)), "{}", line);
            prop_assert!(!line.contains("“”"));
        }
    }
}
