//! The answer for people: sentences, and tables that line up in a terminal.

use std::fmt::Write as _;

use rollcall::plan::{Approach, Choice, Delivery, Strategy};
use rollcall::strategy::catalogue::combination;
use rollcall::strategy::{
    Advice, Analysis, Answers, Candidate, FACTORS, Points, Span, TippingPair, TippingPoint, WeightInterval,
};
use rollcall::text::{firmness, strategy as said};

use super::super::printable;

/// How many pairs of answers are printed; the others stand in the answer for programs.
const PAIRS: usize = 12;

/// Everything, as text.
pub fn text(answers: &Answers, advice: &Advice, analysis: &Analysis, chosen: Option<Strategy>) -> String {
    let mut page = Page(String::new());
    page.line(&lead(advice));
    page.line(&said::progress(&advice.progress));
    said::gaps(&advice.progress).iter().for_each(|gaps| page.line(gaps));
    if let Some(chosen) = chosen {
        page.line(&format!("Chosen is {}: {}", combination(chosen).name, said::standing(advice, chosen)));
    }
    ranking(advice, &mut page);
    excluded(advice, &mut page);
    contributions(answers, advice, &mut page);
    tipping(analysis, &mut page);
    intervals(analysis, &mut page);
    firm(advice, analysis, &mut page);
    page.0
}

/// What is printed so far.
struct Page(String);

impl Page {
    fn line(&mut self, words: &str) {
        let _ = writeln!(self.0, "{}", printable(words));
    }

    fn title(&mut self, words: &str) {
        let _ = writeln!(self.0, "\n{words}");
    }

    /// Rows whose cells stand under each other; the columns named in `numbers` line up on the right.
    fn table(&mut self, rows: &[Vec<String>], numbers: &[usize]) {
        let widths = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max();
        for row in rows {
            let cells = row.iter().enumerate().map(|(at, cell)| {
                let room = " ".repeat(widths(at).unwrap_or_default().saturating_sub(cell.chars().count()));
                if numbers.contains(&at) { format!("{room}{cell}") } else { format!("{cell}{room}") }
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            self.line(&format!("  {}", line.trim_end()));
        }
    }
}

fn lead(advice: &Advice) -> String {
    match (advice.winner(), advice.leading()) {
        (Some(_), Some([first, second])) => said::lead(&rollcall::strategy::Comparison::of(first, second)),
        (Some(only), None) => format!("{} is the only one of the nine that is left.", only.combination.name),
        (None, _) if advice.progress.answered == 0 => "Nothing is answered, so that nothing can be advised.".to_owned(),
        (None, _) => "The answers exclude all nine.".to_owned(),
    }
}

/// "+12", or "+2½ (−4 to +9)".
fn points(span: Span) -> String {
    if span.is_certain() { span.points.to_string() } else { format!("{} ({} to {})", span.points, span.low, span.high) }
}

fn ranking(advice: &Advice, page: &mut Page) {
    page.title("Ranking");
    let row = |candidate: &Candidate| {
        let place = advice.place(candidate.strategy()).map_or_else(|| "out".to_owned(), |place| place.to_string());
        let doubts = candidate.doubts.iter().map(said::doubt).collect::<Vec<_>>().join(" ");
        vec![place, candidate.combination.name.to_owned(), points(candidate.score), doubts]
    };
    page.table(&advice.all().map(row).collect::<Vec<_>>(), &[0, 2]);
}

fn excluded(advice: &Advice, page: &mut Page) {
    if advice.excluded.is_empty() {
        return;
    }
    page.title("Excluded");
    for (exclusions, alike) in advice.excluded_together() {
        page.line(&format!("  {}", said::names(&alike)));
        exclusions.iter().for_each(|exclusion| page.line(&format!("    {}", said::exclusion(exclusion))));
    }
}

/// A strategy in a few letters: "Ph push".
fn short(strategy: Strategy) -> String {
    let approach = match strategy.approach {
        Approach::BigBang => "BB",
        Approach::Phased => "Ph",
        Approach::Parallel => "Pa",
    };
    let delivery = match strategy.delivery {
        Delivery::Push => "push",
        Delivery::Pull => "pull",
        Delivery::PullThenPush => "both",
    };
    format!("{approach} {delivery}")
}

fn contributions(answers: &Answers, advice: &Advice, page: &mut Page) {
    page.title("What each answer contributes");
    let all: Vec<&Candidate> = advice.all().collect();
    let head = ["Question", "Answer", "Weight"].map(str::to_owned).into_iter();
    let mut rows = vec![head.chain(all.iter().map(|candidate| short(candidate.strategy()))).collect::<Vec<_>>()];
    for factor in &FACTORS {
        let reply = answers.get(factor.key).map_or("open", |answered| answered.reply.label());
        let start = [factor.label.to_owned(), reply.to_owned(), answers.weights().of(factor).to_string()].into_iter();
        let given = all.iter().map(|candidate| {
            let line = candidate.contributions.iter().find(|line| line.answered.factor.key == factor.key);
            line.map_or(Points::ZERO, |line| line.span.points).to_string()
        });
        rows.push(start.chain(given).collect());
    }
    let pairs =
        |candidate: &&Candidate| candidate.interactions.iter().map(|pair| pair.span.points).sum::<Points>().to_string();
    let sums: [(&str, Vec<String>); 2] = [
        ("Both halves together", all.iter().map(pairs).collect()),
        ("All together", all.iter().map(|candidate| candidate.points().to_string()).collect()),
    ];
    rows.extend(
        sums.into_iter().map(|(name, cells)| [name, "", ""].map(str::to_owned).into_iter().chain(cells).collect()),
    );
    page.table(&rows, &(2..12).collect::<Vec<_>>());
    let names = [Approach::BigBang, Approach::Phased, Approach::Parallel].map(Approach::label).join(", ");
    page.line(&format!("  BB, Ph, Pa: {names}; both: pull, then push"));
}

fn tipping(analysis: &Analysis, page: &mut Page) {
    page.title("What would change it");
    if analysis.points.is_empty() {
        page.line("  No other answer to a single question.");
    }
    analysis.points.iter().for_each(|point: &TippingPoint| page.line(&format!("  {}", said::tipping(point))));
    if let Some(pairs) = said::pairs_shown(analysis.pairs.len(), PAIRS) {
        page.title(&pairs);
        let nearest = analysis.pairs.iter().take(PAIRS);
        nearest.for_each(|pair: &TippingPair| page.line(&format!("  {}", said::tipping_pair(pair))));
    }
}

fn intervals(analysis: &Analysis, page: &mut Page) {
    if analysis.intervals.is_empty() {
        return;
    }
    page.title("Weights with which the first stays first, each with all others as they are");
    let mut rows = vec![["Question", "Weight", "Default", "From 0 to 5", ""].map(str::to_owned).to_vec()];
    rows.extend(analysis.intervals.iter().map(|interval: &WeightInterval| {
        let factor = interval.factor;
        let beyond = firmness::beyond(interval).unwrap_or_default();
        let (weight, default) = (interval.weight.to_string(), factor.weight.to_string());
        vec![factor.label.to_owned(), weight, default, firmness::range(interval), beyond]
    }));
    page.table(&rows, &[1, 2]);
}

fn firm(advice: &Advice, analysis: &Analysis, page: &mut Page) {
    let Some(winner) = advice.winner().map(Candidate::strategy) else { return };
    page.title("How firm it is");
    if let Some(robustness) = &analysis.robustness {
        page.line(&format!("  {}", firmness::robustness(robustness, winner)));
    }
    if let Some(unknowns) = &analysis.unknowns {
        page.line(&format!("  {}", firmness::unknowns(unknowns, winner)));
    }
}
