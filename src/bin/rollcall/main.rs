//! The `rollcall` command: the app's own answer about a plan, for pipelines.
//!
//! Exit codes are a contract: 0 Go or valid, 3 Conditional Go, 1 No-Go, 2 unreadable or misuse. With 2, standard error
//! names the place and the cure, and standard output stays empty.

mod simulate;

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rollcall::plan::{Choice, Release, Verdict};
use rollcall::plan_file::{self, Kept, MAX_BACKUP_BYTES, Opened, PlanFileError, Problem};
use rollcall::readiness::{Finding, Readiness, Severity, assess};
use rollcall::text;
use serde::Serialize;

/// Reads release plans that Rollcall exported.
#[derive(Parser)]
#[command(name = "rollcall", version, about, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

const EXIT_CODES: &str = "Exit codes: 0 Go (or valid), 3 Conditional Go, 1 No-Go, 2 unreadable or misuse.";

#[derive(Subcommand)]
enum Task {
    /// Say whether the release is ready, and what stands against it.
    #[command(after_help = EXIT_CODES)]
    Check {
        /// The plan; - for standard input.
        plan: PathBuf,
        /// The day to assess it on, as YYYY-MM-DD; today in the release's time zone where absent.
        #[arg(long, value_name = "DAY", value_parser = day)]
        today: Option<Date>,
        /// How to answer.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Say whether a plan or a backup can be read, and list everything that is wrong with it.
    #[command(after_help = "Exit codes: 0 valid, 2 not valid, unreadable or misuse.")]
    Validate {
        /// The plan or the backup; - for standard input.
        plan: PathBuf,
    },
    /// Simulate the rollout: people exposed, time, load and cost of each strategy.
    #[command(after_help = simulate::HELP)]
    Simulate(simulate::Question),
    /// Print the JSON Schema of a plan.
    Schema,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Why there is no answer.
struct Complaint {
    what: String,
    problems: Vec<Problem>,
    cure: &'static str,
}

/// An answer: what to print and how to exit.
struct Answer {
    output: String,
    exit: u8,
}

fn main() -> ExitCode {
    let answer = match Arguments::parse().task {
        Task::Check { plan, today, format } => check(&plan, today, format),
        Task::Validate { plan } => validate(&plan),
        Task::Simulate(question) => simulate::simulate(&question),
        Task::Schema => Ok(Answer { output: format!("{:#}\n", plan_file::schema()), exit: 0 }),
    };
    let answer = answer.and_then(|answer| match print(&answer.output) {
        Ok(()) => Ok(answer.exit),
        Err(error) => Err(Complaint {
            what: format!("The answer could not be written: {error}."),
            problems: Vec::new(),
            cure: "Make room where standard output goes, or send it elsewhere.",
        }),
    });
    match answer {
        Ok(exit) => ExitCode::from(exit),
        Err(complaint) => {
            note(&complaint.to_string());
            ExitCode::from(2)
        }
    }
}

fn check(path: &Path, today: Option<Date>, format: Format) -> Result<Answer, Complaint> {
    let plan = plan_file::read_plan(&bytes(path)?).map_err(|error| Complaint::about(path, &error))?;
    let today = today.unwrap_or_else(|| today_at(&plan.release));
    let readiness = assess(&plan.release, today);
    let output = match format {
        Format::Text => for_people(&plan.release, &readiness, today),
        Format::Json => for_programs(&readiness),
    };
    let exit = match readiness.verdict {
        Verdict::Go => 0,
        Verdict::NoGo => 1,
        Verdict::ConditionalGo => 3,
    };
    Ok(Answer { output, exit })
}

fn validate(path: &Path) -> Result<Answer, Complaint> {
    let opened = plan_file::open_thoroughly(&bytes(path)?).map_err(|error| Complaint::about(path, &error))?;
    let output = match opened {
        Opened::Plan(plan) => {
            note_unknown(&plan.kept, "");
            "valid\n".to_owned()
        }
        Opened::Backup(backup) => {
            for (at, plan) in backup.plans.iter().enumerate() {
                note_unknown(&plan.kept, &format!("plans[{at}]."));
            }
            match backup.plans.len() {
                1 => "valid: a backup of 1 plan\n".to_owned(),
                many => format!("valid: a backup of {many} plans\n"),
            }
        }
    };
    Ok(Answer { output, exit: 0 })
}

fn note_unknown(kept: &Kept, before: &str) {
    for path in kept.paths() {
        note(&format!(
            "rollcall: note: {before}{path} is unknown to this version; the app keeps it and writes it back\n"
        ));
    }
}

/// The bytes of a file, but no more of them than any backup can have.
fn bytes(path: &Path) -> Result<Vec<u8>, Complaint> {
    let unreadable = |error: io::Error| Complaint {
        what: format!("{} cannot be read: {error}.", path.display()),
        problems: Vec::new(),
        cure: "Name a file that exists and that you may read, or - for standard input.",
    };
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(MAX_BACKUP_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    } else {
        let file = File::open(path).map_err(unreadable)?;
        let size = file.metadata().map_err(unreadable)?.len();
        plan_file::check_size(size).map_err(|error| Complaint::about(path, &error))?;
        file.take(MAX_BACKUP_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    }
    Ok(bytes)
}

/// The civil date now in the release's time zone.
fn today_at(release: &Release) -> Date {
    let name = release.identity.time_zone.trim();
    let zone = if name.is_empty() { Ok(TimeZone::UTC) } else { TimeZone::get(name) };
    let zone = zone.unwrap_or_else(|_| {
        note(&format!("rollcall: note: the time zone {name:?} is unknown on this system; today is taken in UTC\n"));
        TimeZone::UTC
    });
    Timestamp::now().to_zoned(zone).date()
}

/// A day exactly as people are told to write it.
fn day(written: &str) -> Result<Date, String> {
    let day = written.parse::<Date>().ok().filter(|day| day.to_string() == written);
    day.ok_or_else(|| "expected a day such as 2026-11-23".to_owned())
}

fn for_people(release: &Release, readiness: &Readiness, today: Date) -> String {
    let name = format!("{} {}", release.identity.name.trim(), release.identity.version.trim());
    let mut output = format!("{} on {today}", readiness.verdict.label());
    if !name.trim().is_empty() {
        let _ = write!(output, " for {}", printable(name.trim()));
    }
    let counts = Severity::ALL.iter().map(|severity| {
        let (count, word) = (readiness.count(*severity), severity.label().to_lowercase());
        format!("{count} {word}{}", if count == 1 || *severity == Severity::Advice { "" } else { "s" })
    });
    let _ = writeln!(output, ": {}", counts.collect::<Vec<_>>().join(", "));
    for finding in &readiness.findings {
        let place = [Some(finding.place.section.key()), finding.place.id.as_deref(), finding.place.field];
        let place: Vec<&str> = place.into_iter().flatten().collect();
        let _ = write!(
            output,
            "\n{}: {}\n  at {} [{}]\n",
            finding.severity.label(),
            printable(&text::what(finding)),
            printable(&place.join(" / ")),
            finding.code.key()
        );
    }
    output
}

/// A text from the plan without characters that would act on a terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The answer for programs. Its members, codes and their order are a contract.
#[derive(Serialize)]
struct Report {
    verdict: &'static str,
    findings: Vec<ReportedFinding>,
}

#[derive(Serialize)]
struct ReportedFinding {
    severity: &'static str,
    code: &'static str,
    message: String,
    r#where: ReportedPlace,
}

#[derive(Serialize)]
struct ReportedPlace {
    section: &'static str,
    id: Option<String>,
    field: Option<&'static str>,
}

fn for_programs(readiness: &Readiness) -> String {
    let reported = |finding: &Finding| ReportedFinding {
        severity: finding.severity.key(),
        code: finding.code.key(),
        message: text::what(finding),
        r#where: ReportedPlace {
            section: finding.place.section.key(),
            id: finding.place.id.clone(),
            field: finding.place.field,
        },
    };
    let findings = readiness.findings.iter().map(reported).collect();
    let report = Report { verdict: readiness.verdict.key(), findings };
    // Texts and nothing else, which always become JSON.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

impl Complaint {
    fn about(path: &Path, error: &PlanFileError) -> Self {
        let name = if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() };
        Self { what: format!("{name}: {error}"), problems: error.problems().to_vec(), cure: error.cure() }
    }
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "rollcall: {}", self.what)?;
        for problem in &self.problems {
            writeln!(f, "  {problem}")?;
        }
        writeln!(f, "{}", self.cure)
    }
}

/// Writes to standard output. A reader that has read enough, such as `head`, is no failure.
fn print(output: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(output.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes to standard error, where nobody may be listening.
fn note(words: &str) {
    let _ = io::stderr().lock().write_all(words.as_bytes());
}
