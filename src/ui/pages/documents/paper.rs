//! What only paper has: its size, and the running heads of this document.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CssStyleSheet;

use crate::document::{Document, page_rules};

/// The size of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// ISO A4.
    A4,
    /// US Letter.
    Letter,
}

/// Puts the rules for printing this document on the page, in a style sheet made by script: plan text stands in them, and
/// the content security policy lets no other in. They go when the documents are left.
pub fn lay_out(document: Memo<Document>, paper: RwSignal<Paper>) {
    Effect::new(move |_| {
        let size = match paper.get() {
            Paper::A4 => "A4",
            Paper::Letter => "letter",
        };
        let rules = document.with(|document| format!("{}\n@page {{ size: {size} }}", page_rules(document)));
        // A browser without constructed style sheets prints without running heads.
        let _ = adopt(Some(&rules));
    });
    on_cleanup(|| drop(adopt(None)));
}

fn adopt(rules: Option<&str>) -> Result<(), JsValue> {
    let sheets = js_sys::Array::new();
    if let Some(rules) = rules {
        let sheet = CssStyleSheet::new()?;
        let replace: js_sys::Function = js_sys::Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
        replace.call1(&sheet, &rules.into())?;
        sheets.push(&sheet);
    }
    js_sys::Reflect::set(&leptos::prelude::document(), &"adoptedStyleSheets".into(), &sheets)?;
    Ok(())
}
