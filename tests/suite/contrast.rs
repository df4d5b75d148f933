//! The palette: WCAG 2.2 contrast of words and marks on their grounds, computed from the tokens.
//!
//! OKLCH to Oklab and linear-light sRGB: CSS Color Module Level 4, section "Converting Oklab and OKLCH colors" and the sample
//! code for Oklab (<https://www.w3.org/TR/css-color-4/#color-conversion-code>), whose matrices go back to Björn Ottosson.
//! Relative luminance and contrast ratio: WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.

use std::collections::BTreeMap;

const TEXT: f64 = 4.5;
const MARK: f64 = 3.0;
/// What holds for each of them is in the pairs: `*` stands for one of these.
const STATUS: [&str; 5] = ["go", "conditional", "no-go", "stale", "idle"];

/// Foreground, the grounds it stands on, and the least contrast.
const PAIRS: [(&str, &[&str], f64); 9] = [
    ("ink", &["paper", "surface", "hover", "accent-soft", "*-soft"], TEXT),
    ("ink-soft", &["paper", "surface", "hover"], TEXT),
    ("accent", &["paper", "surface", "hover", "accent-soft"], TEXT),
    ("accent-strong", &["paper", "surface", "hover", "accent-soft"], TEXT),
    ("on-accent", &["accent", "accent-strong"], TEXT),
    ("*", &["paper", "surface", "hover", "*-soft"], TEXT),
    ("*-mark", &["paper", "surface", "hover", "*-soft"], MARK),
    ("line-strong", &["paper", "surface"], MARK),
    ("accent", &["paper", "surface", "hover"], MARK),
];

type Theme = BTreeMap<String, [f64; 3]>;

/// A colour as linear-light sRGB, from `oklch(L% C H)`.
fn linear(oklch: &str) -> Option<[f64; 3]> {
    let inside = oklch.strip_prefix("oklch(")?.strip_suffix(')')?;
    let mut parts = inside.split_whitespace();
    let lightness = parts.next()?.strip_suffix('%')?.parse::<f64>().ok()? / 100.0;
    let (chroma, hue) = (parts.next()?.parse::<f64>().ok()?, parts.next()?.parse::<f64>().ok()?.to_radians());
    if parts.next().is_some() {
        return None;
    }
    let (a, b) = (chroma * hue.cos(), chroma * hue.sin());
    let l = (lightness + 0.396_337_777_376_174_9 * a + 0.215_803_757_309_913_6 * b).powi(3);
    let m = (lightness - 0.105_561_345_815_658_6 * a - 0.063_854_172_825_813_3 * b).powi(3);
    let s = (lightness - 0.089_484_177_529_811_9 * a - 1.291_485_548_019_409_2 * b).powi(3);
    Some([
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ])
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| channel.clamp(0.0, 1.0));
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn tokens() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/tokens.css")).unwrap()
}

/// Each block that declares colours: its selector, and the colours.
fn themes(css: &str) -> Vec<(String, Theme)> {
    let words: String = css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code)).collect();
    let blocks = words.split('}').filter_map(|block| {
        let (before, body) = block.rsplit_once('{')?;
        let selector = before.rsplit(['{', ';']).next().unwrap_or(before).trim();
        let declared = body.split(';').filter_map(|declaration| {
            let (name, value) = declaration.trim().strip_prefix("--")?.split_once(':')?;
            Some((name.to_owned(), linear(value.trim())?))
        });
        Some((selector.to_owned(), declared.collect::<Theme>()))
    });
    blocks.filter(|(_, theme)| !theme.is_empty()).collect()
}

/// Light, dark by the system, and dark by choice.
fn palettes() -> [(&'static str, Theme); 3] {
    let themes = themes(&tokens());
    let names = ["light", "dark by the system", "dark by choice"];
    assert_eq!(themes.len(), names.len(), "{:?}", themes.iter().map(|(selector, _)| selector).collect::<Vec<_>>());
    let one = |name: &'static str| {
        let is_it = |selector: &str| match name {
            "light" => !selector.contains("data-theme"),
            "dark by the system" => selector.contains(":not([data-theme=\"light\"])"),
            _ => selector.contains("[data-theme=\"dark\"]"),
        };
        let (_, theme) = themes.iter().find(|(selector, _)| is_it(selector)).unwrap_or_else(|| panic!("no {name}"));
        (name, theme.clone())
    };
    names.map(one)
}

#[test]
fn words_and_marks_stand_out_from_their_grounds() {
    let mut weak = Vec::new();
    for (theme, colours) in palettes() {
        let colour = |name: &str| *colours.get(name).unwrap_or_else(|| panic!("{theme} has no --{name}"));
        for (front, grounds, least) in PAIRS {
            for ground in grounds {
                let starred = front.contains('*') || ground.contains('*');
                for status in STATUS.iter().take(if starred { STATUS.len() } else { 1 }) {
                    let (front, ground) = (front.replace('*', status), ground.replace('*', status));
                    let ratio = contrast(colour(&front), colour(&ground));
                    if ratio < least {
                        weak.push(format!("{theme}: --{front} on --{ground} is {ratio:.2}, not {least}"));
                    }
                }
            }
        }
    }
    assert_eq!(weak, [""; 0]);
}

#[test]
fn both_ways_to_dark_are_the_same() {
    let [(_, light), (_, system), (_, chosen)] = palettes();
    assert_eq!(system, chosen);
    assert_eq!(light.keys().collect::<Vec<_>>(), system.keys().collect::<Vec<_>>());
    assert_ne!(light, system);
}

#[test]
fn every_colour_can_be_shown_on_any_screen() {
    for (theme, colours) in palettes() {
        for (name, channels) in colours {
            let shown = channels.iter().all(|channel| (-0.001..=1.001).contains(channel));
            assert!(shown, "{theme}: --{name} lies outside sRGB: {channels:?}");
        }
    }
}

#[test]
fn the_arithmetic_agrees_with_known_colours() {
    // The corners of sRGB in OKLCH, as CSS Color 4 converts them.
    let corners = [
        ("oklch(100% 0 0)", [1.0, 1.0, 1.0]),
        ("oklch(0% 0 0)", [0.0, 0.0, 0.0]),
        ("oklch(62.7955% 0.257683 29.2339)", [1.0, 0.0, 0.0]),
        ("oklch(86.6440% 0.294827 142.4953)", [0.0, 1.0, 0.0]),
        ("oklch(45.2014% 0.313214 264.0520)", [0.0, 0.0, 1.0]),
    ];
    for (text, expected) in corners {
        let found = linear(text).unwrap();
        assert!(found.iter().zip(expected).all(|(one, other)| (one - other).abs() < 1e-3), "{text}: {found:?}");
    }
    let (white, black) = (linear("oklch(100% 0 0)").unwrap(), linear("oklch(0% 0 0)").unwrap());
    assert!((contrast(white, black) - 21.0).abs() < 1e-3);
    // Grey #767676 is the lightest that passes on white.
    let grey = [0.181_164; 3];
    assert!((contrast(white, grey) - 4.54).abs() < 0.01);
    assert_eq!(linear("oklch(24% 0.03 260 / 8%)"), None);
}
