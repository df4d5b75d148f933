//! Amounts in documents have a unit, or it is said that they have none.

use rollcall::document::{Block, Kind, build};
use rollcall::plan::{Choice, Decimal, EnteredInput, Release};

use super::rich::{self, today};
use super::{block_words, words};

const MISSING: &str = "no currency set";

/// A release whose forecast, inputs and plan name amounts of money.
fn release(currency: &str) -> Release {
    let mut release = rich::release();
    currency.clone_into(&mut release.identity.currency);
    let entered = EnteredInput { value: Decimal::nearest(75.0), ..EnteredInput::default() };
    release.rollout.simulation.inputs.insert("hour_cost".to_owned(), entered);
    let forecast = release.after.forecast.as_mut().unwrap();
    let mut influence = forecast.influences[0].clone();
    "hour_cost".clone_into(&mut influence.input);
    forecast.influences.push(influence);
    release
}

/// The heads of a table's columns.
fn heads(block: &Block) -> impl Iterator<Item = &'static str> {
    let columns = match block {
        Block::Table(table) => table.columns(),
        _ => &[],
    };
    columns.iter().map(|column| column.title)
}

/// How many tables, pictures, lists and facts of a document say this.
fn saying(kind: Kind, release: &Release, words: &str) -> usize {
    let document = build(kind, release, today());
    let is_one = |block: &&Block| {
        matches!(block, Block::Table(_) | Block::Figure(_) | Block::List(_) | Block::Facts(_))
            && (block_words(block).contains(words) || heads(block).any(|head| head.contains(words)))
    };
    document.blocks.iter().filter(is_one).count()
}

#[test]
fn where_no_currency_is_set_each_place_with_an_amount_says_so() {
    let (with, without) = (release("EUR"), release(" "));
    let mut all = 0;
    for kind in Kind::ALL {
        let (priced, bare) = (saying(*kind, &with, "EUR"), saying(*kind, &without, MISSING));
        // The release's own facts name the currency, with no amount.
        let own = saying(*kind, &with, "Currency: EUR");
        assert_eq!(bare, priced - own, "{kind:?}");
        assert_eq!(saying(*kind, &with, MISSING), 0, "{kind:?}");
        all += bare;
    }
    assert!(all >= 7, "inputs, influences, the picture, tables of figures, parallel running: {all}");
    let pack = words(&build(Kind::GoNoGoPack, &without, today()));
    for said in ["75 (no currency set)", "Cost (no currency set): bar from 10 to 90 %"] {
        assert!(pack.contains(said), "{said}");
    }
}
