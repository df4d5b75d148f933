//! The documents that a plan yields, by name: what is distributed refers to them.

choice! {
    /// Which document.
    pub enum DocumentKind {
        /// What is released, how, by whom and when.
        ReleasePlan = "release_plan", "Release plan";
        /// What the Release Board decides on.
        GoNoGoPack = "go_no_go_pack", "Go/No-Go pack";
        /// What the CAB decides on, a sheet for each RFC.
        CabSheet = "cab_sheet", "CAB sheet";
        /// The timed steps of go-live.
        Runbook = "runbook", "Rollout runbook";
        /// How to return to the state before.
        BackOutPlan = "back_out_plan", "Back-out plan";
        /// Who is told what, and when.
        CommunicationsPack = "communications_pack", "Communications pack";
        /// What the service desk must know.
        ServiceDeskPack = "service_desk_pack", "Service desk pack";
        /// Who is trained, when and where.
        TrainingPlan = "training_plan", "Training plan";
        /// Whether environment, support and capacity are ready.
        ReadinessReview = "readiness_review", "Readiness review";
        /// What was said and agreed.
        Minutes = "minutes", "Meeting minutes";
        /// Why RFCs were rejected or deferred.
        RejectionReport = "rejection_report", "RFC rejection report";
    }
}
