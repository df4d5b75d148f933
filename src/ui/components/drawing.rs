//! Drawings: pictures made of plain shapes. The words that say the same, and the table, stand beside them.

use leptos::prelude::*;

use crate::document::{Drawing, Shape, WIDTH, points};

/// A drawing, named by what it shows.
pub fn drawing_view(drawing: &Drawing, name: &str) -> AnyView {
    let size = format!("0 0 {WIDTH} {}", drawing.height);
    let shapes = drawing.shapes.iter().map(shape_view).collect_view();
    view! { <svg class="drawing" role="img" viewBox=size font-size="20" aria-label=name.to_owned()>{shapes}</svg> }
        .into_any()
}

fn shape_view(shape: &Shape) -> AnyView {
    match shape {
        Shape::Line { points: of, tone } => {
            view! { <polyline class=tone.stroke() points=points(of)></polyline> }.into_any()
        }
        Shape::Area { points: of, tone } => {
            view! { <polygon class=tone.fill() points=points(of)></polygon> }.into_any()
        }
        Shape::Bar { at: (x, y), size: (width, height), tone } => {
            let [x, y, width, height] = [x, y, width, height].map(ToString::to_string);
            view! { <rect class=tone.fill() x=x y=y width=width height=height rx="3"></rect> }.into_any()
        }
        Shape::Dot { at: (x, y), tone } => {
            view! { <circle class=tone.fill() cx=x.to_string() cy=y.to_string() r="7"></circle> }.into_any()
        }
        Shape::Label { at: (x, y), side, words } => {
            let [x, y] = [x, y].map(ToString::to_string);
            view! { <text x=x y=y text-anchor=side.anchor()>{words.clone()}</text> }.into_any()
        }
    }
}
