//! What the simulation of a rollout has to say: figures as people write them, sentences, and the table of the nine.

mod calibration;
mod figure;
mod first_wave;
mod input;
mod sentence;
mod table;

pub use calibration::{Compared, against_word, brier, cannot_be, compared, coverage, judged};
pub use figure::{amount, band, chance, measure_name, number, tick, value};
pub use first_wave::{best_first_wave, first_wave};
pub use input::{input_number, input_unit, input_value, origin, read_value};
pub use sentence::{forecast_stands, headline, influence, influence_put_down, put_down};
pub use table::{COLUMNS, Column, ColumnGroup, Shown};
