//! The verdict, the signatures and the Board's decision.

use rollcall::document::{Block, SignatureStanding, Text, go_no_go_pack, release_plan};
use rollcall::gate::{Signer, gate_content, plan_content, sign};
use rollcall::plan::{Choice, Edit, Id, Release, Verdict};
use rollcall::plan_file::read_entry;
use rollcall::readiness::{Code, Severity, assess};
use rollcall::text::{what, why};
use serde_json::json;

use super::rich::{self, today};
use super::{section, words};

#[test]
fn the_pack_answers_as_the_assessment_does() {
    for release in [rich::release(), Release::default(), ready()] {
        let readiness = assess(&release, today());
        let pack = go_no_go_pack(&release, today());
        let verdict = pack.blocks.iter().find_map(|block| match block {
            Block::Verdict(verdict) => Some(verdict),
            _ => None,
        });
        let verdict = verdict.expect("the pack has a verdict");
        assert_eq!(verdict.verdict, readiness.verdict);
        assert_eq!(verdict.status.word, readiness.verdict.label());
        assert_eq!((verdict.done, verdict.applicable), (readiness.done, readiness.applicable));
        assert_eq!(verdict.blockers, readiness.count(Severity::Blocker));
        assert_eq!(verdict.conditions, readiness.count(Severity::Condition));
        let said = section(&pack, "findings");
        for finding in &readiness.findings {
            let sentence = Text::from(what(finding)).to_string();
            assert!(said.contains(&sentence) && said.contains(why(finding.code)), "{sentence}");
        }
        let plan = words(&release_plan(&release, today()));
        assert!(plan.starts_with(readiness.verdict.label()), "{plan}");
    }
    assert_eq!(assess(&ready(), today()).verdict, Verdict::ConditionalGo);
}

/// A release without blockers, for a verdict other than No-Go: everything that blocks is answered, removed or signed.
pub fn ready() -> Release {
    let mut value = serde_json::to_value(rich::release()).expect("a release can be written");
    let removed =
        |kind: &str, key: &str| json!({ "id": key, "kind": kind, "key": key, "name": key, "reason": "Not here" });
    let criteria = rollcall::gate::CRITERIA.iter().map(|entry| removed("criterion", entry.key));
    let gates = rollcall::gate::GATES.iter().map(|entry| removed("gate", entry.key));
    let rules = rollcall::readiness::RULES.iter().map(|entry| removed("rule", entry.key));
    value["removals"] = criteria.chain(gates).chain(rules).collect();
    value["criteria"] = json!([value["criteria"][0], value["criteria"][3]]);
    value["gates"] = json!([{ "id": "g", "name": "Only gate", "optional": true, "outcome": { "passed": {} } }]);
    value["defects"] = json!([]);
    value["rules"] = json!([]);
    value["board"]["sign_offs"] = json!([]);
    let mut release: Release = read_entry(&value).expect("the plan is valid");
    for (id, role) in [("s1", "senior_it"), ("s2", "senior_business")] {
        let signer = Signer { role: role.to_owned(), person: None, name: "Senior".to_owned(), on: today() };
        let content = plan_content(&release);
        release.board.sign_offs.push(sign(Id::new(id).expect("a valid id"), signer, content));
    }
    release
}

#[test]
fn a_stale_signature_shows_what_changed_since() {
    let pack = go_no_go_pack(&rich::release(), today());
    let gates = section(&pack, "gates");
    assert!(gates.contains("Hedda Hale Fri 20 Feb 2026"), "{gates}");
    assert!(gates.contains("Changed since Tomas Teller signed as Test lead on Fri 20 Feb 2026:"), "{gates}");
    assert!(
        gates.contains("Every build was tested › Note") && gates.contains("Two builds were tested late"),
        "{gates}"
    );
    let signed = section(&pack, "sign-offs");
    assert!(signed.contains("Senior IT management Iris Ito Fri 20 Feb 2026") && signed.contains("Stale"), "{signed}");
    // Lengths of time and references are said in words, not in figures and ids.
    assert!(signed.contains("Waves › Pilot › Bake") && signed.contains("1 d") && signed.contains("3 d"), "{signed}");
    assert!(signed.contains("Clerks, Terminals") && !signed.contains("g1, g2"), "{signed}");
    // The seat that nobody signed for has a line to sign on, with the name of its holder.
    assert!(signed.contains("Senior business management Bela Bock") && signed.contains("Open"), "{signed}");
    assert!(signed.contains("A digest proves that content did not change, not who signed."), "{signed}");
}

#[test]
fn a_signature_that_holds_shows_no_change() {
    let lines = |release: &Release| {
        let pack = go_no_go_pack(release, today());
        let blocks = pack.blocks.into_iter();
        blocks
            .filter_map(|block| match block {
                Block::Signatures(block) => Some(block.lines),
                _ => None,
            })
            .flatten()
            .map(|line| (line.name, line.standing))
            .collect::<Vec<_>>()
    };
    let all = lines(&rich::release());
    assert!(all.contains(&("Hedda Hale".to_owned(), SignatureStanding::Valid)), "{all:?}");
    assert!(all.contains(&("Tomas Teller".to_owned(), SignatureStanding::Stale)), "{all:?}");
    assert!(all.contains(&("Olga Orr".to_owned(), SignatureStanding::Stale)), "{all:?}");
    assert_eq!(all.iter().filter(|(_, standing)| *standing == SignatureStanding::Open).count(), 2, "{all:?}");
    let mut release = ready();
    let pack = go_no_go_pack(&release, today());
    assert!(!pack.blocks.iter().any(|block| matches!(block, Block::Changes(_))));
    release.board.sign_offs.iter_mut().for_each(|sign_off| sign_off.content.push(' '));
    assert!(lines(&release).iter().any(|(_, standing)| *standing == SignatureStanding::Corrupt));
}

#[test]
fn a_role_is_the_same_however_it_is_spaced() {
    let mut release = ready();
    let gate = json!({ "id": "g", "name": "Only gate", "outcome": { "passed": {} },
        "signatories": [{ "id": "1", "role": "Test  lead" }, { "id": "2", "role": " Quality Lead " }] });
    let mut gate: rollcall::plan::QualityGate = read_entry(&gate).expect("a valid gate");
    for (id, role) in [("1", "test  lead"), ("2", "Quality lead")] {
        let signer = Signer { role: role.to_owned(), person: None, name: id.to_owned(), on: today() };
        let content = gate_content(&release, &gate);
        gate.sign_offs.push(sign(Id::new(id).expect("a valid id"), signer, content));
    }
    release.gates.apply(Edit::replace(gate)).expect("the gate is there");
    let readiness = assess(&release, today());
    assert!(!readiness.findings.iter().any(|finding| finding.code == Code::SignOffMissing));
    let gates = section(&go_no_go_pack(&release, today()), "gates");
    assert!(gates.contains("2 of 2") && !gates.contains("Open"), "{gates}");
}

#[test]
fn the_pack_says_who_dissents_and_where_the_board_departs() {
    let pack = go_no_go_pack(&rich::release(), today());
    let board = section(&pack, "board");
    assert!(
        board.contains("Iris Ito\ndeputy: Sven Lund | ■ No-Go\ndissents\ncast by Sven Lund as deputy | The alerts"),
        "{board}"
    );
    assert!(board.contains("Vacant: Change manager, Configuration manager, Project office."), "{board}");
    assert!(board.contains("2 votes cast for 2 seats; the quorum is 4 seats, and it is not reached."), "{board}");
    assert!(board.contains("The Board meets: every two weeks; next: Wed 4 Mar 2026, 15:30."), "{board}");
    let decision = section(&pack, "decision");
    assert!(decision.contains("departs from the plan's verdict The scheme leaves no choice"), "{decision}");
    assert!(decision.contains("Alerts by Friday | Rita Moss | Fri 6 Mar 2026"), "{decision}");
}
