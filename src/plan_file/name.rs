//! Names for the files that people save.

use jiff::civil::Date;

use crate::plan::Release;

/// The longest part of a file name that comes from the release's name, and from its version.
const LONGEST: (usize, usize) = (60, 20);

/// Letters that many names have and ASCII has not, and how they are usually written without.
const FOLDED: &[(&str, &str)] = &[
    ("äæ", "ae"),
    ("öœø", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("àáâãåāăą", "a"),
    ("çćč", "c"),
    ("ďđð", "d"),
    ("èéêëēęě", "e"),
    ("ğ", "g"),
    ("ìíîïīıį", "i"),
    ("łľĺ", "l"),
    ("ñńň", "n"),
    ("òóôõōő", "o"),
    ("řŕ", "r"),
    ("śšş", "s"),
    ("ťţþ", "t"),
    ("ùúûūůű", "u"),
    ("ýÿ", "y"),
    ("źżž", "z"),
];

/// A name for the file of a plan, such as `payments-platform-4.2-2026-11-23.rollcall.json`.
#[must_use]
pub fn file_name(release: &Release, today: Date) -> String {
    let name = plain(&release.identity.name, LONGEST.0);
    let version = plain(&release.identity.version, LONGEST.1);
    let parts = [if name.is_empty() { "release".to_owned() } else { name }, version, today.to_string()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.rollcall.json", parts.join("-"))
}

/// A name for the file of all plans, such as `rollcall-backup-2026-11-23.json`.
#[must_use]
pub fn backup_file_name(today: Date) -> String {
    format!("rollcall-backup-{today}.json")
}

/// A name for the file of an organisation's templates, such as `harbour-trust-templates-2026-11-23.json`.
#[must_use]
pub fn templates_file_name(organisation: &str, today: Date) -> String {
    let name = plain(organisation, LONGEST.0);
    let name = if name.is_empty() { "rollcall".to_owned() } else { name };
    format!("{name}-templates-{today}.json")
}

/// The text in lower-case ASCII letters, digits and dots, with a hyphen for everything between them.
fn plain(text: &str, longest: usize) -> String {
    let mut name = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        let c_alone = c.to_string();
        let written = match FOLDED.iter().find(|(letters, _)| letters.contains(c)) {
            Some((_, written)) => written,
            None if c.is_ascii_alphanumeric() => c_alone.as_str(),
            None if c == '.' && !name.is_empty() && !name.ends_with(['-', '.']) => ".",
            None if name.is_empty() || name.ends_with(['-', '.']) => "",
            None => "-",
        };
        if name.len() + written.len() > longest {
            break;
        }
        name.push_str(written);
    }
    name.trim_end_matches(['-', '.']).to_owned()
}
