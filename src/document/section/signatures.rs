//! Signature lines, and what changed since somebody signed.

use crate::document::block::{Block, Changes, Difference, SignatureLine, SignatureStanding, Signatures};
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::gate::{Change, Standing, changes_since, is_given, standing};
use crate::line::one_line;
use crate::plan::{BoardRole, Choice, Items, QualityGate, SignOff, same_role};
use crate::text::{day, path_in_words, value_in_words};

/// How much of a digest is shown: enough to tell two contents apart at sight.
const SHOWN: usize = 12;

/// How many changes are shown of one signature.
const MOST: usize = 40;

/// A role that must sign, or that signed unasked, with its signatures.
pub(super) struct Signed<'a> {
    role: String,
    /// Who should sign, as far as that is known.
    expected: String,
    required: bool,
    sign_offs: Vec<Judged<'a>>,
}

/// A signature and how it stands. One that was not given by today stands for nothing.
type Judged<'a> = (&'a SignOff, Option<Standing>);

/// The start of a digest.
pub(in crate::document) fn short(digest: &str) -> String {
    one_line(digest).chars().take(SHOWN).collect()
}

/// The signatures of a gate, by role.
pub(super) fn of_gate<'a>(view: &View, gate: &'a QualityGate) -> Vec<Signed<'a>> {
    let content = view.contents.gate(gate);
    let roles = gate.signing().map(|signatory| (signatory.role.clone(), String::new()));
    let judged = judged(view, &gate.sign_offs, &content);
    gather(roles.collect(), judged, |role, sign_off| same_role(&sign_off.role, role))
}

/// The signatures under the plan as a whole: the two senior seats, and whoever else signed.
pub(super) fn of_board<'a>(view: &View<'a>) -> Vec<Signed<'a>> {
    let board = &view.release.board;
    let seats = [BoardRole::SeniorIt, BoardRole::SeniorBusiness].map(|seat| {
        let holder = board.members.iter().find(|member| member.role == seat);
        let name = holder.map(|member| one_line(view.release.member_name(member)));
        (seat.label().to_owned(), name.unwrap_or_default())
    });
    let judged = judged(view, &board.sign_offs, &view.plan_content);
    gather(seats.into(), judged, |role, sign_off| {
        BoardRole::from_key(&sign_off.role).is_some_and(|seat| seat.label() == role)
    })
}

/// Puts the lines under what they sign.
pub(super) fn write(signed: &[Signed], statement: Text, sheet: &mut Sheet) {
    let lines = signed.iter().flat_map(Signed::lines).collect();
    sheet.put(Block::Signatures(Signatures { statement, lines }));
}

/// How many of the required roles have signed what is there.
pub(super) fn count(signed: &[Signed]) -> Status {
    let required: Vec<_> = signed.iter().filter(|role| role.required).collect();
    let holds = required.iter().filter(|role| role.holds()).count();
    let any =
        |wanted| required.iter().any(|role| role.sign_offs.iter().any(|(_, is)| *is == Some(wanted)) && !role.holds());
    let word = format!("{holds} of {}", required.len());
    if required.is_empty() {
        Mark::NotApplicable.with("none asked for")
    } else if any(Standing::Corrupt) {
        Mark::NoGo.with(format!("{word}, one does not match its digest"))
    } else if any(Standing::Stale) {
        Mark::Stale.with(format!("{word}, changed since signing"))
    } else if holds == required.len() {
        Mark::Go.with(word)
    } else {
        Mark::Idle.with(word)
    }
}

/// The stale signatures of the roles that have none that holds: those that must be given anew.
pub(super) fn superseding<'a>(signed: &[Signed<'a>]) -> Vec<&'a SignOff> {
    let open = signed.iter().filter(|role| !role.holds()).flat_map(|role| &role.sign_offs);
    open.filter(|(_, standing)| *standing == Some(Standing::Stale)).map(|(sign_off, _)| *sign_off).collect()
}

/// What changed since this signature.
pub(super) fn changes(view: &View, sign_off: &SignOff, content_now: &str) -> Changes {
    let all = changes_since(sign_off, content_now);
    let since = format!(
        "Changed since {} signed as {}{}:",
        Text::from(sign_off.name.trim()).or("somebody"),
        Text::from(board_role(&sign_off.role)).or("no role"),
        phrase::on(sign_off.on)
    );
    let changes = all.iter().take(MOST).map(|change| difference(view, change)).collect();
    Changes { since: one_line(&since), changes, further: all.len().saturating_sub(MOST) }
}

impl Signed<'_> {
    fn holds(&self) -> bool {
        self.sign_offs.iter().any(|(_, standing)| *standing == Some(Standing::Valid))
    }

    fn lines(&self) -> Vec<SignatureLine> {
        if self.sign_offs.is_empty() {
            let (role, name) = (one_line(&self.role), self.expected.clone());
            let (on, digest) = (String::new(), String::new());
            return vec![SignatureLine { role, name, on, digest, standing: SignatureStanding::Open }];
        }
        let line = |(sign_off, is): &Judged| SignatureLine {
            role: one_line(&self.role),
            name: one_line(&sign_off.name),
            on: sign_off.on.map_or_else(|| "no day noted".to_owned(), day),
            digest: short(&sign_off.sha256),
            standing: match is {
                Some(Standing::Valid) => SignatureStanding::Valid,
                Some(Standing::Stale) => SignatureStanding::Stale,
                Some(Standing::Corrupt) => SignatureStanding::Corrupt,
                None => SignatureStanding::NotGiven,
            },
        };
        self.sign_offs.iter().map(line).collect()
    }
}

fn judged<'a>(view: &View, sign_offs: &'a Items<SignOff>, content: &str) -> Vec<Judged<'a>> {
    let given = |sign_off: &SignOff| is_given(sign_off, view.today).then(|| standing(sign_off, content));
    sign_offs.iter().map(|sign_off| (sign_off, given(sign_off))).collect()
}

/// Sorts signatures under the roles that must sign; those of other roles come after.
fn gather<'a>(
    roles: Vec<(String, String)>,
    judged: Vec<Judged<'a>>,
    is_for: impl Fn(&str, &SignOff) -> bool,
) -> Vec<Signed<'a>> {
    let unasked: Vec<_> =
        judged.iter().filter(|(sign_off, _)| !roles.iter().any(|(role, _)| is_for(role, sign_off))).copied().collect();
    let asked = roles.into_iter().map(|(role, expected)| {
        let here = judged.iter().filter(|(sign_off, _)| is_for(&role, sign_off)).copied().collect();
        Signed { role, expected, required: true, sign_offs: here }
    });
    let others = unasked.into_iter().map(|entry| {
        let role = board_role(&entry.0.role);
        Signed { role, expected: String::new(), required: false, sign_offs: vec![entry] }
    });
    asked.chain(others).collect()
}

/// A role as people read it: the Board's sign-offs name a seat by its key.
fn board_role(role: &str) -> String {
    BoardRole::from_key(role).map_or_else(|| one_line(role), |seat| seat.label().to_owned())
}

fn difference(view: &View, change: &Change) -> Difference {
    let place = if change.path.is_empty() { "Everything".to_owned() } else { one_line(&path_in_words(&change.path)) };
    let said = |value: &Option<String>| {
        value.as_deref().map(|value| Text::from(value_in_words(view.release, &change.path, value)))
    };
    Difference { place, before: said(&change.before), after: said(&change.after) }
}
