//! The Release Board: the quorum with its deputies, and the weight of risks.

use proptest::prelude::*;
use rollcall::document::{go_no_go_pack, release_plan};
use rollcall::plan::*;
use rollcall::readiness::automatic;

use crate::arbitrary;
use crate::document::words;
use crate::ready::*;

fn member(key: &str, role: BoardRole, deputy: Option<&str>) -> BoardMember {
    BoardMember { id: id(key), role, deputy: deputy.map(id), ..BoardMember::default() }
}

fn vote(key: &str, of: &str, cast_by: Option<&str>) -> Vote {
    Vote { id: id(key), member: id(of), cast_by: cast_by.map(id), ..Vote::default() }
}

#[test]
fn a_quorum_counts_a_seat_once() {
    use BoardRole::{ProjectOffice, SeniorIt};
    let members = items([
        member("ana", SeniorIt, Some("ben")),
        member("eva", SeniorIt, None),
        member("olga", ProjectOffice, None),
    ]);
    let cases: [(&str, Vec<Vote>, u32); 9] = [
        ("nobody", vec![], 0),
        ("one", vec![vote("1", "ana", None)], 1),
        ("two of one seat", vec![vote("1", "ana", None), vote("2", "eva", None)], 1),
        ("one twice", vec![vote("1", "ana", None), vote("2", "ana", None)], 1),
        ("two seats", vec![vote("1", "ana", None), vote("2", "olga", None)], 2),
        ("a deputy", vec![vote("1", "ana", Some("ben"))], 1),
        ("somebody who is no deputy", vec![vote("1", "ana", Some("eva"))], 0),
        ("a deputy of nobody", vec![vote("1", "olga", Some("ben"))], 0),
        ("a member who has left", vec![vote("1", "gone", None)], 0),
    ];
    for (name, votes, heard) in cases {
        let board = Board { members: members.clone(), votes: items(votes), quorum: Count(2), ..Board::default() };
        assert_eq!(board.seats_heard(), heard, "{name}");
        assert_eq!(board.has_quorum(), heard >= 2, "{name}");
    }
}

#[test]
fn a_risk_weighs_probability_times_impact() {
    use Level::{High, Low, Medium};
    let cases = [
        (Low, Low, 1, false),
        (Low, Medium, 2, false),
        (Low, High, 3, false),
        (Medium, Medium, 4, false),
        (Medium, High, 6, true),
        (High, Medium, 6, true),
        (High, High, 9, true),
    ];
    for (probability, impact, weight, high) in cases {
        let risk = Risk { probability, impact, ..Risk::default() };
        assert_eq!((risk.weight(), risk.weight() >= Risk::HIGH), (weight, high));
    }
}

#[test]
fn risks_are_answered_by_a_response_and_an_owner() {
    let mut release = ready_release();
    let check = |release: &Release| {
        let checked = automatic(AutomaticCheck::RisksAnswered, release, TODAY);
        (checked.state, checked.missing)
    };
    let volume = || (CheckState::Failed, vec!["Volume".to_owned()]);
    assert_eq!(check(&release), volume(), "it has no owner");
    edit_risk(&mut release, "volume", |it| it.owner = Some(id("eva")));
    assert_eq!(check(&release), (CheckState::Done, vec![]));
    edit_risk(&mut release, "volume", |it| it.response = " ".to_owned());
    assert_eq!(check(&release), volume());
    change(&mut release, Command::Risks(Edit::Remove { id: id("volume") }));
    assert_eq!(check(&release), (CheckState::Open, vec![]), "nothing to look at is not answered");
}

#[test]
fn documents_show_the_gravest_risk_first_and_who_cast_a_vote() {
    let mut release = ready_release();
    let risk = |key: &str, probability, impact| Risk {
        id: id(key),
        text: key.to_owned(),
        probability,
        impact,
        ..Risk::default()
    };
    change(&mut release, Command::Risks(Edit::add(risk("Flood", Level::Low, Level::High))));
    change(&mut release, Command::Risks(Edit::add(risk("Strike", Level::High, Level::High))));
    let plan = words(&release_plan(&release, TODAY));
    let places = ["Strike | High | High | 9", "Flood | Low | High | 3", "Volume | Low | Low | 1"];
    let places: Vec<_> = places.iter().map(|row| plan.find(row).expect(row)).collect();
    assert!(places.is_sorted(), "{plan}");
    assert!(plan.contains("High probability | – | – | 1\nMedium probability | – | – | –\nLow probability | 1 | – | 1"));
    let cast = Vote { cast_by: Some(id("ben")), ..release.board.votes.get(id("senior_it")).unwrap().clone() };
    change(&mut release, Command::Votes(Edit::replace(cast)));
    let pack = words(&go_no_go_pack(&release, TODAY));
    assert!(pack.contains("cast by Ben Barros, who is not the deputy: it does not count for the quorum"), "{pack}");
    assert!(pack.contains("6 votes cast for 5 seats; the quorum is 4 seats, and it is reached."), "{pack}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fewer_votes_members_or_deputies_are_never_heard_more(release in arbitrary::release()) {
        let board = &release.board;
        let heard = board.seats_heard();
        prop_assert!(heard <= 6 && usize::try_from(heard).unwrap() <= board.members.len().min(board.votes.len()));
        for vote in &board.votes {
            let fewer = Board { votes: without(&board.votes, vote.id.as_str()), ..board.clone() };
            prop_assert!(fewer.seats_heard() <= heard);
        }
        for member in &board.members {
            let fewer = Board { members: without(&board.members, member.id.as_str()), ..board.clone() };
            prop_assert!(fewer.seats_heard() <= heard);
            let mut alone = board.clone();
            alone.members.get_mut(member.id).unwrap().deputy = None;
            prop_assert!(alone.seats_heard() <= heard);
        }
    }
}
