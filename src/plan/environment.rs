//! Environments: where the release is tested and where it runs, and how far they resemble production.

use jiff::civil::Date;

use super::gate::QualityGate;
use super::id::Id;
use super::items::Items;
use super::people::Person;
use super::quantity::Count;

choice! {
    /// What an environment is for.
    pub enum EnvironmentPurpose {
        /// Building and trying out.
        Development = "development", "Development";
        /// Testing functions and their interplay.
        Test = "test", "Test";
        /// Testing by the people who will use the release.
        Acceptance = "acceptance", "User acceptance";
        /// Measuring under load.
        Load = "load", "Performance";
        /// Learning the new version.
        Training = "training", "Training";
        /// A rehearsal of go-live on what resembles production.
        PreProduction = "pre_production", "Pre-production";
        /// Where people work.
        Production = "production", "Production";
    }
}

choice! {
    /// Whether an environment serves its purpose.
    pub enum Fitness {
        /// Nobody has said.
        Unknown = "unknown", "Not assessed";
        /// It serves its purpose.
        Fit = "fit", "Fit for purpose";
        /// It does not.
        Unfit = "unfit", "Not fit for purpose";
    }
}

item! {
    /// A place where the release is tested or runs.
    pub struct Environment titled name {
        /// Its name.
        pub name: String,
        /// What it is for.
        pub purpose: EnvironmentPurpose,
        /// Who looks after it.
        pub owner: Option<Id<Person>>,
        /// Whether it serves its purpose.
        pub fitness: Fitness,
        /// After how many days it is to be refreshed again; absent where it never is.
        pub refresh_days: Option<Count>,
        /// When it was refreshed last.
        pub refreshed: Option<Date>,
        /// The hardware and software that it consists of.
        pub parts: Items<EnvironmentPart>,
        /// What it was used for on the way to the release.
        pub uses: Items<EnvironmentUse>,
        /// Anything worth noting.
        pub note: String,
    }
}

choice! {
    /// What a part of an environment is.
    pub enum PartKind {
        /// A program, a platform, a library.
        Software = "software", "Software";
        /// A machine, a device, a link.
        Hardware = "hardware", "Hardware";
    }
}

item! {
    /// A hardware or software configuration item as an environment has it.
    pub struct EnvironmentPart titled name {
        /// What it is called in the configuration management system: the name by which it is compared with production.
        pub name: String,
        /// Hardware or software.
        pub kind: PartKind,
        /// Its version or model.
        pub version: String,
    }
}

choice! {
    /// What came of a test.
    pub enum TestResult {
        /// It has not been run to its end.
        Open = "open", "Open";
        /// It passed.
        Passed = "passed", "Passed";
        /// It failed.
        Failed = "failed", "Failed";
    }
}

item! {
    /// A test that ran in an environment, or a gate that relied on it.
    pub struct EnvironmentUse titled what {
        /// Which test.
        pub what: String,
        /// The gate that judged on it.
        pub gate: Option<Id<QualityGate>>,
        /// When.
        pub on: Option<Date>,
        /// What came of it.
        pub result: TestResult,
    }
}
