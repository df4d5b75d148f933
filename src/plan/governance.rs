//! Governance rules as data, and removals with their reasons.

use jiff::civil::Date;

use super::criterion::Waiver;

item! {
    /// A policy in plain words that a plan meets, breaks, or has a dated waiver from.
    pub struct GovernanceRule titled name {
        /// The policy in plain words.
        pub name: String,
        /// Why the organisation has it.
        pub why: String,
        /// How a plan that breaks it is cured.
        pub cure: String,
        /// When it applies: all of these hold. Empty: always.
        pub when: Vec<Clause>,
        /// What must hold then.
        pub then: Clause,
        /// A departure that somebody has accepted.
        pub waiver: Option<Waiver>,
        /// The key of the built-in rule that it came from.
        pub catalogue: Option<String>,
    }
}

impl GovernanceRule {
    /// Whether it speaks of one of these facts, as a condition or as what must hold.
    #[must_use]
    pub fn speaks_of(&self, facts: &[Fact]) -> bool {
        self.when.iter().chain([&self.then]).any(|clause| facts.contains(&clause.fact))
    }
}

record! {
    /// A statement about the plan: a fact, an operator and a value.
    pub struct Clause {
        /// What is looked at.
        pub fact: Fact,
        /// How it is compared.
        pub operator: Operator,
        /// What it is compared with: a key such as `yes` or `big_bang`, or a whole number.
        pub value: String,
    }
}

choice! {
    /// A fact of the plan that rules can speak of.
    pub enum Fact {
        /// `yes` or `no`.
        FirstOfType = "first_of_type", "first of type";
        /// `major`, `minor` or `emergency`.
        ReleaseType = "release_type", "release type";
        /// `low` to `critical`.
        Criticality = "criticality", "criticality";
        /// `big_bang`, `phased` or `parallel`; unknown until chosen.
        Approach = "approach", "approach";
        /// `push`, `pull` or `pull_then_push`; unknown until chosen.
        Delivery = "delivery", "delivery";
        /// How many impacted departments have nobody to walk the floor; unknown without any department.
        DepartmentsWithoutFloorWalkers = "departments_without_floor_walkers", "impacted departments without floor walkers";
        /// How many waves are planned.
        Waves = "waves", "number of waves";
        /// How many days lie between the last test of the back-out plan and go-live; unknown without both.
        BackOutTestAge = "back_out_test_age", "age of the back-out test in days";
        /// How many people or devices receive the release.
        Reach = "reach", "number of people and devices reached";
        /// How many people or devices are in the first wave, in percent of all; unknown without waves or groups.
        FirstWaveShare = "first_wave_share", "share of the first wave in percent";
        /// How many days the first wave is watched; unknown without waves.
        FirstWaveBake = "first_wave_bake", "days the first wave is watched";
        /// How many known errors go live.
        KnownErrors = "known_errors", "known errors that go live";
        /// How many audiences are not adequately trained; unknown without any audience.
        AudiencesNotTrained = "audiences_not_trained", "audiences not adequately trained";
        /// How many days lie between the submission of the last approved RFC and its CAB; unknown without both.
        CabLead = "cab_lead", "days from submission to CAB";
        /// The day of the week of go-live, `monday` to `sunday`; unknown without a window.
        GoLiveWeekday = "go_live_weekday", "weekday of go-live";
        /// How many members the Board has.
        BoardMembers = "board_members", "members of the Board";
    }
}

choice! {
    /// How a fact is compared with a value.
    pub enum Operator {
        /// Equal.
        Is = "is", "is";
        /// Not equal.
        IsNot = "is_not", "is not";
        /// A number not above the value.
        AtMost = "at_most", "is at most";
        /// A number not below the value.
        AtLeast = "at_least", "is at least";
    }
}

choice! {
    /// What was removed.
    pub enum RemovedKind {
        /// An acceptance criterion.
        Criterion = "criterion", "Acceptance criterion";
        /// A quality gate.
        Gate = "gate", "Quality gate";
        /// A defect.
        Defect = "defect", "Defect";
        /// A governance rule.
        Rule = "rule", "Governance rule";
        /// A department.
        Department = "department", "Department";
        /// That a department notices the release: it stays in the plan, and is not impacted any more.
        Impact = "impact", "Impact on a department";
        /// A user group, where a rule asks how many are reached.
        UserGroup = "user_group", "User group";
        /// A role that had to sign a gate.
        Signatory = "signatory", "Signing role";
        /// What a gate passed on the promise of.
        GateCondition = "gate_condition", "Condition of a gate";
        /// A request for change, where a rule asks how early one is submitted.
        Rfc = "rfc", "RFC";
        /// A training audience, where a rule asks who is trained.
        Audience = "audience", "Training audience";
        /// Something of which there will be too little.
        CapacityIssue = "capacity_issue", "Capacity issue";
        /// A point of the hand-over to the service desk.
        HandOverItem = "hand_over_item", "Point of the hand-over";
    }
}

item! {
    /// Something that was removed from the plan, with the reason; it is printed.
    pub struct Removal titled name {
        /// What kind of thing.
        pub kind: RemovedKind,
        /// Its id, or the key of the default that it came from.
        pub key: String,
        /// What it was called.
        pub name: String,
        /// Why it was removed.
        pub reason: String,
        /// Who removed it.
        pub by: String,
        /// When.
        pub on: Option<Date>,
    }
}
