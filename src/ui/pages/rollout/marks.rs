//! The marks of the timeline by keyboard: one stop for Tab, arrow keys from mark to mark.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// All marks, in the order of the rows.
const MARKS: &str = ".timeline a";

/// Goes to another mark: left and right to the one beside it, up and down to the first of another row, to either end.
pub fn on_key(event: &KeyboardEvent) {
    let marks = marks();
    let here = document().active_element();
    let Some(at) = marks.iter().position(|mark| Some(mark) == here.as_ref()) else { return };
    let row = |mark: &Element| mark.closest(".lane").ok().flatten();
    let other = |at: &usize| marks.get(*at).map(row) != here.as_ref().map(row);
    let last = marks.len().saturating_sub(1);
    let wanted = match event.key().as_str() {
        "ArrowRight" => (at + 1).min(last),
        "ArrowLeft" => at.saturating_sub(1),
        "ArrowDown" => (at..=last).find(other).unwrap_or(at),
        "ArrowUp" => {
            // The first one of the row before.
            let before = (0..at).rev().find(other).unwrap_or(at);
            let same = |place: &usize| marks.get(*place).map(row) == marks.get(before).map(row);
            (0..=before).find(same).unwrap_or(before)
        }
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    if let Some(mark) = marks.get(wanted) {
        // A link within a drawing is no HtmlElement, and takes the focus in the same way.
        let _ = mark.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Tab leads back to the mark that had the focus last.
pub fn on_focus() {
    let here = document().active_element();
    let marks = marks();
    if !marks.iter().any(|mark| Some(mark) == here.as_ref()) {
        return;
    }
    for mark in marks {
        let index = if Some(&mark) == here.as_ref() { "0" } else { "-1" };
        // It is an attribute that every element takes.
        let _ = mark.set_attribute("tabindex", index);
    }
}

fn marks() -> Vec<Element> {
    let Ok(found) = document().query_selector_all(MARKS) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}
