//! Reading the files that somebody chose or dropped, and storing the plans in them.

use leptos::prelude::*;

use super::desk::Desk;
use super::{files, releases};
use crate::plan_file::{self, Opened, PlanFile, PlanFileError, Problem};

/// A file that was not taken in, and why.
#[derive(Clone, PartialEq)]
pub struct Refused {
    /// The file's name.
    pub name: String,
    /// What is wrong with it.
    pub what: String,
    /// What to do.
    pub cure: String,
    /// Where exactly, as far as it is known.
    pub problems: Vec<Problem>,
    /// What is as it was all the same.
    pub safe: &'static str,
}

/// What a plan that is refused leaves as it was.
const SAFE: &str = "Your releases are as they were.";

/// Reads the files and stores what is in them. The first that cannot be read stops it, and nothing of that one is stored.
pub async fn take(desk: Desk, refused: RwSignal<Option<Refused>>, files: Vec<web_sys::File>) {
    let mut plans = Vec::new();
    for file in files {
        match read(&file).await {
            Ok(read) => plans.extend(read),
            Err(why) => {
                refused.set(Some(why));
                return;
            }
        }
    }
    releases::import(desk, plans).await;
}

async fn read(file: &web_sys::File) -> Result<Vec<PlanFile>, Refused> {
    let name = file.name();
    let refuse = |error: &PlanFileError| Refused {
        name: name.clone(),
        what: error.to_string(),
        cure: error.cure().to_owned(),
        problems: error.problems().to_vec(),
        safe: SAFE,
    };
    // The size is known before anything is read: a file that is far too large costs nothing.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    plan_file::check_size(file.size() as u64).map_err(|error| refuse(&error))?;
    let bytes = files::bytes_of(file).await.map_err(|what| Refused {
        name: name.clone(),
        what,
        cure: "Choose it once more.".to_owned(),
        problems: Vec::new(),
        safe: SAFE,
    })?;
    match plan_file::open(&bytes).map_err(|error| refuse(&error))? {
        Opened::Plan(plan) => Ok(vec![*plan]),
        Opened::Backup(backup) => Ok(backup.plans),
    }
}
