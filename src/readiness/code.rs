//! The stable codes of findings. A code keeps its meaning for good; pipelines rely on it.

choice! {
    /// What a finding says.
    pub enum Code {
        /// No day of go-live is planned.
        WindowMissing = "window_missing", "Go-live window missing";
        /// The planned window is over.
        WindowPast = "window_past", "Go-live window in the past";
        /// Nobody is named as release manager.
        ReleaseManagerMissing = "release_manager_missing", "Release manager missing";
        /// No strategy is chosen.
        StrategyMissing = "strategy_missing", "Strategy missing";
        /// A strategy is chosen without a reason.
        StrategyRationaleMissing = "strategy_rationale_missing", "Rationale missing";
        /// No forecast of the rollout is recorded, and the Board is to decide soon.
        ForecastMissing = "forecast_missing", "Forecast missing";
        /// The plan has changed since its forecast was recorded.
        ForecastStale = "forecast_stale", "Forecast out of date";
        /// No RFC is approved.
        RfcNotApproved = "rfc_not_approved", "No approved RFC";
        /// An RFC is waiting for the CAB.
        RfcPending = "rfc_pending", "RFC pending";
        /// The day of the CAB is past, and nobody says what it decided.
        RfcOverdue = "rfc_overdue", "Outcome of the CAB missing";
        /// The CAB is near or past, and an RFC lacks what it is commonly rejected for.
        RfcIncomplete = "rfc_incomplete", "RFC not ready for the CAB";
        /// A refused RFC has no reason, or nothing came of it.
        RfcRefusalOpen = "rfc_refusal_open", "Refused RFC left open";
        /// There is no back-out plan.
        BackOutMissing = "back_out_missing", "Back-out plan missing";
        /// The back-out plan says nothing of when to go back.
        BackOutTriggersMissing = "back_out_triggers_missing", "Back-out triggers missing";
        /// The back-out plan has not been tested.
        BackOutUntested = "back_out_untested", "Back-out plan not tested";
        /// The test of the back-out plan failed.
        BackOutTestFailed = "back_out_test_failed", "Back-out test failed";
        /// A phased rollout has no waves.
        WavesMissing = "waves_missing", "Waves missing";
        /// A wave starts before the one that precedes it.
        WavesOutOfOrder = "waves_out_of_order", "Waves out of order";
        /// A wave has no success criteria.
        WaveWithoutCriteria = "wave_without_criteria", "Wave without success criteria";
        /// A user group is in no wave.
        GroupWithoutWave = "group_without_wave", "Group without a wave";
        /// A user group is in more than one wave.
        GroupInTwoWaves = "group_in_two_waves", "Group in two waves";
        /// Nobody says how many a group of a wave is.
        GroupWithoutSize = "group_without_size", "Group without a size";
        /// The first wave is too small to show the defect that it is to show.
        PilotTooSmall = "pilot_too_small", "Pilot too small";
        /// A push reaches into working hours.
        PushAtWork = "push_at_work", "Push in working hours";
        /// A push to a site is not done in time.
        PushTooLong = "push_too_long", "Push too long";
        /// Users fetch more than the distribution servers give out.
        ServersOverloaded = "servers_overloaded", "Distribution servers overloaded";
        /// The push to the rest after the deadline does not fit its window.
        ForcedPushTooLong = "forced_push_too_long", "Forced push too long";
        /// A pull without a deadline never ends.
        PullWithoutDeadline = "pull_without_deadline", "Pull without a deadline";
        /// A wave has more days than the deadline of all leaves it.
        WavePastDeadline = "wave_past_deadline", "Wave past the deadline";
        /// Running in parallel has no criteria for switching the old off.
        SwitchOffMissing = "switch_off_missing", "Switch-off criteria missing";
        /// There is no runbook.
        RunbookMissing = "runbook_missing", "Runbook missing";
        /// A runbook step has no owner.
        StepWithoutOwner = "step_without_owner", "Runbook step without owner";
        /// A step is at least as long as most likely, or at most.
        EstimateOutOfOrder = "estimate_out_of_order", "Estimate out of order";
        /// Runbook and back-out together do not fit into the window.
        WindowTooShort = "window_too_short", "Window too short";
        /// Something is deployed in a period in which nothing may be.
        DateInBlackout = "date_in_blackout", "Date in a blackout period";
        /// People are to meet on a day on which nobody works.
        DateNotWorking = "date_not_working", "Date on a day off";
        /// A planned day has passed, and nothing came about.
        DatePast = "date_past", "Date in the past";
        /// Something that go-live depends on is planned after it.
        DateAfterGoLive = "date_after_go_live", "Date after go-live";
        /// No environment is registered.
        EnvironmentsMissing = "environments_missing", "Environments missing";
        /// Environments list what they consist of, and there is no production to compare them with.
        ProductionMissing = "production_missing", "Production environment missing";
        /// An environment was not refreshed in time.
        EnvironmentOverdue = "environment_overdue", "Environment not refreshed in time";
        /// An environment does not serve its purpose.
        EnvironmentUnfit = "environment_unfit", "Environment not fit for purpose";
        /// An environment for testing differs from production.
        EnvironmentDrift = "environment_drift", "Environment differs from production";
        /// There are no acceptance criteria.
        CriteriaMissing = "criteria_missing", "Acceptance criteria missing";
        /// A criterion has no answer.
        CriterionUnanswered = "criterion_unanswered", "Criterion unanswered";
        /// A criterion is not met, and nobody has accepted that.
        CriterionNotMet = "criterion_not_met", "Criterion not met";
        /// A criterion is said not to apply, without a reason.
        CriterionReasonMissing = "criterion_reason_missing", "Reason missing";
        /// A criterion is met without anything to show for it.
        CriterionWithoutEvidence = "criterion_without_evidence", "No evidence";
        /// A criterion is met, and a piece of its evidence says otherwise.
        EvidenceContradicts = "evidence_contradicts", "Evidence says otherwise";
        /// The list of criteria itself is due for review.
        CriteriaReviewOverdue = "criteria_review_overdue", "Review of the criteria overdue";
        /// A waiver lacks approver, reason or day.
        WaiverIncomplete = "waiver_incomplete", "Waiver incomplete";
        /// A waiver has ended.
        WaiverExpired = "waiver_expired", "Waiver expired";
        /// A waiver ends before go-live.
        WaiverEndsBeforeGoLive = "waiver_ends_before_go_live", "Waiver ends before go-live";
        /// A waiver is in force.
        WaiverInForce = "waiver_in_force", "Waiver in force";
        /// There are no quality gates.
        GatesMissing = "gates_missing", "Quality gates missing";
        /// A required gate has not been held.
        GateNotHeld = "gate_not_held", "Gate not held";
        /// A required gate failed.
        GateFailed = "gate_failed", "Gate failed";
        /// A gate passed with conditions.
        GateConditional = "gate_conditional", "Gate passed with conditions";
        /// A condition of a gate is past its day and not met.
        GateConditionOverdue = "gate_condition_overdue", "Condition of a gate overdue";
        /// A condition of a gate has no owner, no day, or no words.
        GateConditionIncomplete = "gate_condition_incomplete", "Condition of a gate incomplete";
        /// A gate should have been held by now.
        GateOverdue = "gate_overdue", "Gate overdue";
        /// An optional gate has not passed.
        GateOptionalOpen = "gate_optional_open", "Optional gate open";
        /// A gate passed although one that it requires has not.
        GateOutOfOrder = "gate_out_of_order", "Gate held out of order";
        /// A required role has not signed.
        SignOffMissing = "sign_off_missing", "Sign-off missing";
        /// The plan changed since the role signed.
        SignOffStale = "sign_off_stale", "Sign-off stale";
        /// What was signed does not match its digest.
        SignOffCorrupt = "sign_off_corrupt", "Sign-off does not match its digest";
        /// A finding of a gate is still to be acted on.
        GateFindingOpen = "gate_finding_open", "Open action from a gate";
        /// A gate passed although points of its checklist are failed.
        ChecklistFailed = "checklist_failed", "Gate passed with failed points";
        /// A gate passed although points of its checklist are open; none of them is failed.
        ChecklistOpen = "checklist_open", "Gate passed with open points";
        /// A gate passed, and the plan does not fulfil a point of its checklist that it answers itself.
        ChecklistUnticked = "checklist_unticked", "Gate passed and the plan does not bear it out";
        /// A gate requires a gate that is not in the plan.
        RequiredGateMissing = "required_gate_missing", "Required gate not in the plan";
        /// A defect is undecided.
        DefectUndecided = "defect_undecided", "Defect undecided";
        /// A defect is to be fixed and is not.
        DefectNotFixed = "defect_not_fixed", "Defect not fixed";
        /// The release waits for a defect.
        DefectPostpones = "defect_postpones", "Defect postpones the release";
        /// A defect is to go live with a workaround that is not written down.
        DefectWithoutWorkaround = "defect_without_workaround", "Workaround missing";
        /// A known error lacks what the service desk needs.
        KnownErrorIncomplete = "known_error_incomplete", "Known error incomplete";
        /// Somebody who needs training is no audience.
        TrainingMissing = "training_missing", "Training audience missing";
        /// Not enough people of an audience are trained.
        TrainingGap = "training_gap", "Audience not adequately trained";
        /// There are too few seats for an audience, or for several together.
        TrainingSeats = "training_seats", "Too few seats for training";
        /// A session comes when its audience already works with the release.
        TrainingLate = "training_late", "Training after go-live";
        /// Old and new run side by side, and an audience is not taught both.
        TrainingTwoSystems = "training_two_systems", "Training on one system only";
        /// A session lacks its day, its place, its seats, its trainer or its audience.
        TrainingSessionIncomplete = "training_session_incomplete", "Training session incomplete";
        /// More people were at a session than it had seats, or before its day.
        TrainingAttendance = "training_attendance", "Attendance does not add up";
        /// The readiness review has not been held.
        ReviewNotHeld = "review_not_held", "Readiness review not held";
        /// The readiness review was held and left a point open, or found it wanting.
        ReviewPointOpen = "review_point_open", "Point of the readiness review open";
        /// Capacity will be short; somebody sees to it by a day.
        CapacityIssueOpen = "capacity_issue_open", "Capacity issue open";
        /// Capacity will be short, gravely so or without anybody who sees to it by a day.
        CapacityIssueBlocks = "capacity_issue_blocks", "Capacity issue blocks";
        /// The day on which a known error was to be looked at again has passed.
        KnownErrorReviewDue = "known_error_review_due", "Review of a known error due";
        /// A defect came to light after the Board decided.
        LateDefect = "late_defect", "Found since the Board decided";
        /// The hand-over to the service desk is not complete, and go-live is ahead.
        HandOverDue = "hand_over_due", "Hand-over still open";
        /// The hand-over to the service desk is not complete, and go-live is due.
        HandOverIncomplete = "hand_over_incomplete", "Hand-over incomplete";
        /// Nothing is to be said to anybody.
        MessagesMissing = "messages_missing", "No messages";
        /// A message was to be sent and was not.
        MessageOverdue = "message_overdue", "Message overdue";
        /// Nobody is to send a message.
        MessageWithoutSender = "message_without_sender", "Message without sender";
        /// Somebody else than the service desk is to send a message to people who notice the release.
        MessageNotFromDesk = "message_not_from_desk", "Message not from the service desk";
        /// A message that is to be sent soon lacks what the plan does not say.
        MessageIncomplete = "message_incomplete", "Message incomplete";
        /// No message is for an impacted department.
        DepartmentWithoutMessage = "department_without_message", "Department that nobody tells";
        /// No document goes to anybody.
        NothingDistributed = "nothing_distributed", "Nothing distributed";
        /// A document was to be sent and was not.
        DistributionOverdue = "distribution_overdue", "Document overdue";
        /// A document was sent and not acknowledged, and go-live is close.
        DistributionUnacknowledged = "distribution_unacknowledged", "Document not acknowledged";
        /// What a document shows has changed since it was sent.
        DistributionChanged = "distribution_changed", "Document changed since it was sent";
        /// No checkpoint is planned in the two weeks before go-live.
        CheckpointMissing = "checkpoint_missing", "Pre-release checkpoint missing";
        /// A meeting is over, and nothing of it is written down.
        MinutesMissing = "minutes_missing", "Minutes missing";
        /// An agreed action is late.
        ActionOverdue = "action_overdue", "Action overdue";
        /// A governance rule is broken.
        RuleBroken = "rule_broken", "Governance rule broken";
        /// The plan does not say yet whether it meets a governance rule.
        RuleUnknown = "rule_unknown", "Governance rule not answered";
        /// A built-in rule was changed.
        RuleChanged = "rule_changed", "Built-in rule changed";
        /// The Board's seat has no holder.
        SeatVacant = "seat_vacant", "Board seat vacant";
        /// A senior manager has not signed.
        SeniorSignOffMissing = "senior_sign_off_missing", "Senior sign-off missing";
        /// The plan changed since a senior manager signed.
        SeniorSignOffStale = "senior_sign_off_stale", "Senior sign-off stale";
        /// The Board decided without a quorum.
        QuorumMissing = "quorum_missing", "No quorum";
        /// The Board's decision departs from the verdict, and nobody says why.
        DepartureUnexplained = "departure_unexplained", "Departure unexplained";
        /// A condition of the Board is still to be met.
        BoardConditionOpen = "board_condition_open", "Condition of the Board open";
        /// A risk has no response.
        RiskWithoutResponse = "risk_without_response", "Risk without response";
        /// A high risk has no owner.
        RiskWithoutOwner = "risk_without_owner", "High risk without owner";
        /// A runbook step failed.
        StepFailed = "step_failed", "Runbook step failed";
        /// Nothing says when early life support may end.
        SupportExitMissing = "support_exit_missing", "Exit criteria missing";
        /// Early life support is past its planned end.
        SupportOverdue = "support_overdue", "Early life support past its end";
        /// Early life support ended although an exit criterion is not met.
        SupportExitOpen = "support_exit_open", "Exit criterion not met";
        /// A critical incident is not resolved.
        IncidentCritical = "incident_critical", "Critical incident open";
        /// The post-implementation review has not been held.
        PostReviewMissing = "post_review_missing", "Post-implementation review missing";
        /// Early life support is over, and nobody has entered what came of the rollout.
        ActualMissing = "actual_missing", "Actual figures missing";
        /// An actual figure cannot be so.
        ActualImplausible = "actual_implausible", "Actual figure impossible";
        /// A default was removed, with a reason.
        Removed = "removed", "Removed from the plan";
        /// A default is not there, and nobody says why.
        RemovedWithoutReason = "removed_without_reason", "Removed without a reason";
    }
}
