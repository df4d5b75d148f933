//! What the compiler does not check: which way dependencies point, and where the browser and the clock come in.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path within `src`, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The module that the file belongs to: the first part of its path.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The lines of code, without comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines =
            self.text.lines().enumerate().map(|(at, line)| (at + 1, line.split("//").next().unwrap_or_default()));
        lines.filter(|(_, line)| !line.trim().is_empty())
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root(), &mut found);
    assert!(found.len() > 40);
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let inside = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            found.push(Source { path: inside, text: fs::read_to_string(&path).unwrap() });
        }
    }
}

/// The modules in their order. Each may use those before it, with the exceptions of [`may_use`].
const ORDER: [&str; 19] = [
    "order",
    "line",
    "days",
    "plan",
    "strategy",
    "rollout",
    "gate",
    "environment",
    "training",
    "report",
    "calendar",
    "communication",
    "action",
    "readiness",
    "text",
    "plan_file",
    "document",
    "export",
    "storage",
];

/// The modules before this one.
fn before(module: &str) -> Vec<&'static str> {
    ORDER.into_iter().take_while(|name| *name != module).collect()
}

/// Each module with those that it may use besides itself.
fn may_use(module: &str) -> Option<Vec<&'static str>> {
    let and = |mut some: Vec<&'static str>, more: &[&'static str]| {
        some.extend(more);
        some
    };
    Some(match module {
        "order" | "line" | "days" | "random" => Vec::new(),
        "report" => before("plan"),
        "strategy" => and(before("strategy"), &["random"]),
        "gate" | "environment" | "training" => before("strategy"),
        // Who is trained decides how many call the service desk.
        "rollout" => and(before("strategy"), &["random", "training"]),
        "calendar" => before("environment"),
        // An address leads to any place that the core knows of, documents included.
        "route" => before("export"),
        "ui" => and(ORDER.to_vec(), &["route"]),
        "plan" | "communication" | "action" | "readiness" | "text" | "plan_file" | "document" | "export"
        | "storage" => before(module),
        _ => return None,
    })
}

/// The modules of the crate that a line names: after `crate::`, also within braces.
fn named(line: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let after = line
        .match_indices("crate::")
        .filter(|(at, _)| !line[..*at].ends_with('$'))
        .map(|(at, it)| &line[at + it.len()..]);
    let names = after.flat_map(|rest| match rest.strip_prefix('{') {
        Some(list) => {
            let mut depth = 0;
            let parts = list.split(|c: char| {
                depth += i32::from(c == '{') - i32::from(c == '}');
                c == ',' && depth == 0
            });
            parts.map(name).collect::<Vec<_>>()
        }
        None => vec![name(rest)],
    });
    names.filter(|name| !name.is_empty()).collect()
}

#[test]
fn dependencies_point_one_way() {
    let mut wrong = Vec::new();
    for source in sources() {
        // The two programs and the map stand above all modules.
        if ["lib.rs", "main.rs"].contains(&source.path.as_str()) || source.module() == "bin" {
            continue;
        }
        let module = source.module();
        let allowed = may_use(module).unwrap_or_else(|| panic!("{module} has no place in the order of modules yet"));
        for (at, line) in source.code() {
            for used in named(line) {
                let inside = used == module || may_use(&used).is_none();
                if !inside && !allowed.contains(&used.as_str()) {
                    wrong.push(format!("{}:{at} uses {used}", source.path));
                }
            }
            // Nor does a file climb out of its module.
            let depth = source.path.matches('/').count() - usize::from(source.path.ends_with("/mod.rs"));
            if line.contains(&"super::".repeat(depth + 1)) {
                wrong.push(format!("{}:{at} climbs out of {module}", source.path));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn the_reader_of_dependencies_reads_them() {
    assert_eq!(named("use crate::plan::{Release, Verdict};"), ["plan"]);
    assert_eq!(named("use crate::{gate::{sign, standing}, plan};"), ["gate", "plan"]);
    assert_eq!(named("let x = crate::ui::App; // and crate::text"), ["ui", "text"]);
    assert_eq!(named("impl $crate::plan::Choice for $name {"), [""; 0]);
}

#[test]
fn the_browser_stays_behind_the_wall() {
    let gate = "#[cfg(feature = \"web\")]";
    let sources = sources();
    let storage = sources.iter().find(|source| source.path == "storage/mod.rs").unwrap();
    let lines: Vec<&str> = storage.text.lines().map(str::trim).collect();
    let gated = |name: &str| {
        let declares =
            |line: &str| line.trim_start_matches("pub ").trim_start_matches("(crate) ") == format!("mod {name};");
        lines.windows(2).any(|pair| pair[0] == gate && declares(pair[1]))
    };
    let mut wrong = Vec::new();
    for source in &sources {
        let name = source.path.strip_prefix("storage/").and_then(|rest| rest.split(['/', '.']).next());
        let web = source.module() == "ui" || source.path == "main.rs" || name.is_some_and(gated);
        for (at, line) in source.code() {
            let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
            let browser = |word: &&str| {
                [
                    "leptos",
                    "web_sys",
                    "js_sys",
                    "gloo",
                    "wasm_bindgen",
                    "wasm_bindgen_futures",
                    "console_error_panic_hook",
                ]
                .contains(word)
                    || word.starts_with("gloo_")
            };
            if let Some(word) = words.iter().find(|word| browser(word))
                && !web
            {
                wrong.push(format!("{}:{at} names {word}", source.path));
            }
            if line.contains("feature = \"web\"")
                && !web
                && !["lib.rs", "storage/mod.rs"].contains(&source.path.as_str())
            {
                wrong.push(format!("{}:{at} asks for the feature web", source.path));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn the_core_has_no_clock_no_dice_and_no_flattening() {
    let world = ["::now(", "SystemTime", "Instant", "Uuid::", "uuid::", "rand::", "Math::random", "performance"];
    let mut wrong = Vec::new();
    for source in sources() {
        let outside = ["ui", "bin", "main", "storage"].contains(&source.module());
        for (at, line) in source.code() {
            if let Some(word) = world.iter().find(|word| line.contains(**word))
                && !outside
            {
                wrong.push(format!("{}:{at} reaches out for {word}", source.path));
            }
            // Flattening loses the path of an error.
            if line.contains("serde") && line.contains("flatten") || line.contains("inner_html") {
                wrong.push(format!("{}:{at}: {}", source.path, line.trim()));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// Each way of reading or writing JSON is made once more for all the types that go through it, and for the plan's that is
/// the largest part of the program.
#[test]
fn plans_have_one_reader_and_one_writer() {
    // What these read is any JSON value, or one of their own small types.
    const READ: [&str; 8] = [
        "gate/sign_off.rs",
        "plan_file/json_text.rs",
        "plan_file/shifted.rs",
        "report/sarif.rs",
        "storage/draft.rs",
        "storage/record.rs",
        "storage/settings.rs",
        "storage/tabs.rs",
    ];
    let ways = ["from_str", "from_value", "from_slice", "from_reader", "Deserializer::from"];
    let mut reads = Vec::new();
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.module() != "bin") {
        for (at, line) in source.code() {
            if ways.iter().any(|way| line.contains(&format!("serde_json::{way}"))) && !reads.contains(&source.path) {
                reads.push(source.path.clone());
            }
            let of_a_plan = line.contains("from_value") && source.path != "storage/settings.rs";
            // A plan becomes a value, and the value text. A value that displays itself does so by a writer of its own.
            if of_a_plan || ["to_vec(&", "to_writer", "{value:#}"].iter().any(|way| line.contains(way)) {
                wrong.push(format!("{}:{at}: {}", source.path, line.trim()));
            }
        }
    }
    assert_eq!(reads, READ);
    assert_eq!(wrong, [""; 0]);
}

/// A browser hands on what was typed into a line even while the line is being taken away, when the values around it are gone. What
/// is read only when it is left is therefore read in few places, which ask whether there is anything left to hand it to; and
/// going elsewhere leaves the line first, so that nothing typed is lost.
#[test]
fn lines_read_when_they_are_left_are_few_and_careful() {
    // The inputs of the forecast hand on to the open plan alone, after the line was left.
    const LINES: [&str; 3] = ["ui/components/moment.rs", "ui/components/typed.rs", "ui/pages/forecast/inputs.rs"];
    let sources = sources();
    let reads_late = |element: &str| {
        let tag = element.split("/>").next().unwrap_or_default();
        let is_line = !["checkbox", "radio", "file"].iter().any(|kind| tag.contains(&format!("type=\"{kind}\"")));
        is_line && (tag.contains("on:change") || tag.contains("on:focusout"))
    };
    let late = sources.iter().filter(|source| source.text.split("<input").skip(1).any(reads_late));
    assert_eq!(late.map(|source| source.path.as_str()).collect::<Vec<_>>(), LINES);
    let text = |path: &str| sources.iter().find(|source| source.path == path).unwrap().text.clone();
    for path in &LINES[..2] {
        let handler = text(path).split("on:change").nth(1).unwrap_or_default().to_owned();
        assert!(!handler.contains(".run(") && !handler.contains(".get_untracked("), "{path}");
    }
    let app = text("ui/app.rs");
    let (leaves, goes) = (app.find("leave_field();"), app.rfind("desk.route.set(read());"));
    assert!(leaves.is_some() && leaves < goes, "a line is left before the page is");
}

#[test]
fn each_file_begins_with_what_it_is_for() {
    for source in sources() {
        let first = source.text.lines().next().unwrap_or_default();
        assert!(
            first.starts_with("//! ") && first.ends_with(|c: char| ".:;,".contains(c) || c.is_alphanumeric()),
            "{} begins with {first:?}",
            source.path
        );
    }
}

/// Lines outside tables. A table is a `static` or `const` list at the margin, up to its closing bracket.
fn length(text: &str) -> usize {
    let mut in_table = false;
    let counted = text.lines().filter(|line| {
        let begins = ["static ", "pub static ", "const ", "pub const "].iter().any(|word| line.starts_with(word));
        if begins && line.trim_end().ends_with('[') {
            in_table = true;
        }
        let counts = !in_table;
        if line.starts_with("];") {
            in_table = false;
        }
        counts
    });
    counted.count()
}

#[test]
fn a_long_file_is_a_table() {
    for source in sources() {
        let length = length(&source.text);
        assert!(
            length <= 450,
            "{} has {length} lines besides its tables: it is about more than one thing",
            source.path
        );
    }
    assert_eq!(length("//! x\npub static A: [u8; 2] = [\n    1,\n    2,\n];\nfn a() {}"), 2);
}

#[test]
fn nothing_is_named_by_its_kind() {
    for source in sources() {
        let kind = source
            .path
            .split(['/', '.'])
            .find(|part| ["utils", "util", "helpers", "types", "common", "misc"].contains(part));
        assert_eq!(kind, None, "{}", source.path);
    }
}
