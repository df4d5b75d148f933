//! Drawings: pictures made of plain shapes. The words that say the same, and the table, stand beside them.

use leptos::prelude::*;

use crate::document::{Figure, LETTERS, Shape, points};

/// A picture, named by what it shows: drawn for a wide and for a narrow place, of which one is shown.
pub fn drawing_view(figure: &Figure) -> AnyView {
    let drawings = figure.drawings().map(|(class, drawing)| {
        let size = format!("0 0 {} {}", drawing.width, drawing.height);
        let shapes = drawing.shapes.iter().map(shape_view).collect_view();
        let name = figure.caption.clone();
        view! { <svg class=class role="img" viewBox=size font-size=LETTERS.to_string() aria-label=name>{shapes}</svg> }
    });
    drawings.collect_view().into_any()
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
