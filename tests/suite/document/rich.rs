//! A release in which every member of the record says something, in every state that a thing can be in.

use jiff::civil::{Date, date};
use rollcall::gate::{Signer, gate_content, plan_content, sign};
use rollcall::plan::{Edit, Id, Part, Release, SignOff};
use rollcall::plan_file::read_entry;
use serde_json::{Value, json};

/// The day on which the tests look at it.
pub fn today() -> Date {
    date(2026, 3, 2)
}

/// The release, signed in part: one gate as it stands, one before a change, the plan by senior IT alone.
pub fn release() -> Release {
    let mut release: Release = read_entry(&plan()).expect("the plan is valid");
    sign_gate(&mut release, "code-review", "Senior developer", "Hedda Hale");
    release.board.sign_offs.push(signed("b1", "senior_it", "Iris Ito", plan_content(&release)));
    sign_gate(&mut release, "test-review", "Test lead", "Tomas Teller");
    sign_gate(&mut release, "test-review", "Onlooker", "Olga Orr");
    change_after_signing(&mut release);
    release
}

/// A change that makes the signature under the test review stale, and that of senior IT.
fn change_after_signing(release: &mut Release) {
    let gate = release.gates.iter().find(|gate| gate.id.as_str() == "test-review").expect("the gate is there");
    let mut changed = gate.clone();
    let mut point = changed.checklist.first().expect("it has points").clone();
    point.note = "Two builds were tested late".to_owned();
    changed.checklist.apply(Edit::replace(point)).expect("the point is there");
    release.gates.apply(Edit::replace(changed)).expect("the gate is there");
    let mut wave = release.rollout.waves.first().expect("there are waves").clone();
    wave.bake = rollcall::plan::Minutes(4320);
    wave.groups.pop();
    release.rollout.waves.apply(Edit::replace(wave)).expect("the wave is there");
}

fn sign_gate(release: &mut Release, gate: &str, role: &str, name: &str) {
    let mut gate = release.gates.iter().find(|g| g.id.as_str() == gate).expect("the gate is there").clone();
    gate.covers = vec![Part::Acceptance];
    release.gates.apply(Edit::replace(gate.clone())).expect("the gate is there");
    let id = format!("s{}", gate.sign_offs.len() + 1);
    gate.sign_offs.push(signed(&id, role, name, gate_content(release, &gate)));
    release.gates.apply(Edit::replace(gate)).expect("the gate is there");
}

fn signed(id: &str, role: &str, name: &str, content: String) -> SignOff {
    let person = Some(Id::new("p1").expect("a valid id"));
    let signer = Signer { role: role.to_owned(), person, name: name.to_owned(), on: date(2026, 2, 20) };
    sign(Id::new(id).expect("a valid id"), signer, content)
}

fn plan() -> Value {
    json!({
        "id": "r1",
        "identity": identity(),
        "configuration_items": [
            { "id": "c1", "name": "Payments gateway", "kind": "Service", "version_before": "4.1.7", "version_after": "4.2.0" },
        ],
        "people": [
            { "id": "p1", "name": "Rita Moss", "roles": "Release manager", "team": "Payments", "contact": "mailto:rita@example.org" },
            { "id": "p2", "name": "Sven Lund", "roles": "Sponsor", "team": "Treasury", "contact": "ext. 4471" },
        ],
        "departments": departments(),
        "strategy": strategy(),
        "rfcs": rfcs(),
        "cab": { "lead": 9 },
        "environments": environments(),
        "criteria": criteria(),
        "criteria_list": { "review": "2026-06-30", "reviewed": "2026-01-12", "reviewed_by": "p2" },
        "gates": gates(),
        "defects": defects(),
        "rollout": rollout(),
        "training": training(),
        "review": review(),
        "messages": messages(),
        "distribution": distribution(),
        "calendar": { "weekend": "friday_saturday", "periods": [
            { "id": "cp1", "name": "Year-end close", "kind": "holiday", "from": "2026-12-20", "until": "2027-01-05" },
        ] },
        "hand_over": hand_over(),
        "rules": rules(),
        "board": board(),
        "meetings": meetings(),
        "after": after(),
        "removals": [{
            "id": "x1", "kind": "criterion", "key": "training", "name": "Training is scheduled",
            "reason": "Nobody works differently", "by": "Rita M.", "on": "2026-02-11",
        }],
        "log": [{ "at": "2026-02-11T09:30:00Z", "who": "Rita (laptop)", "what": "Removed criterion “Training”" }],
    })
}

fn identity() -> Value {
    json!({
        "name": "Payments platform", "version": "4.2", "summary": "Instant transfers for all.\n\nLimits move to the core.",
        "release_type": "minor", "first_of_type": true, "criticality": "high", "release_manager": "p1", "sponsor": "p2",
        "window": { "start": "2026-03-14T20:00:00", "end": "2026-03-15T04:00:00" },
        "time_zone": "Europe/Berlin", "fixed_date": "The scheme's rules change that night", "currency": "EUR",
    })
}

fn departments() -> Value {
    json!([{
        "id": "d1", "name": "Back office", "impacted": true, "floor_walkers": ["p2"], "important_hours": "Month end",
        "groups": [
            { "id": "g1", "name": "Clerks", "kind": "people", "size": 140, "site": "Kiel", "link": 50, "champion": "p1" },
            { "id": "g2", "name": "Terminals", "kind": "devices", "size": 2300, "site": "Mainz", "link": 20, "champion": "p2" },
        ],
    }])
}

fn strategy() -> Value {
    json!({
        "answers": { "reversibility": "hours" },
        "weights": { "urgency": 3 },
        "choice": {
            "strategy": { "approach": "phased", "delivery": "pull_then_push" },
            "rationale": "A failure stays with the clerks", "by": "The Board's chair", "on": "2026-02-01",
        },
    })
}

fn rfcs() -> Value {
    json!([
        {
            "id": "f1", "number": "RFC-1", "title": "Open the new endpoint", "change_type": "normal",
            "submitted": "2026-01-05", "cab_date": "2026-01-08",
            "outcome": { "rejected": { "on": "2026-01-08", "reason": "No load test", "what_next": "Submit again with one" } },
        },
        {
            "id": "f2", "number": "RFC-2", "title": "Open the endpoint, measured", "change_type": "emergency",
            "description": "The endpoint takes instant transfers", "impact": "Transfers pause for two minutes", "owner": "p1",
            "submitted": "2026-01-19", "cab_date": "2026-01-22", "replaces": "f1",
            "outcome": { "approved": { "on": "2026-01-22", "note": "Tell the scheme first" } },
        },
        {
            "id": "f3", "number": "RFC-3", "title": "Retire the old batch", "change_type": "standard",
            "outcome": { "deferred": { "on": "2026-01-23", "reason": "After year end", "what_next": "Ask in May" } },
        },
        { "id": "f4", "number": "RFC-4", "title": "Rotate the keys", "owner": "p1", "outcome": "pending" },
    ])
}

fn environments() -> Value {
    json!([
        {
            "id": "v1", "name": "Staging B", "purpose": "acceptance", "owner": "p2", "fitness": "unfit", "refresh_days": 30,
            "refreshed": "2026-01-15", "note": "Shares its network with training",
            "parts": [
                { "id": "j1", "name": "Database", "kind": "software", "version": "14.2" },
                { "id": "j2", "name": "Balancer", "kind": "hardware", "version": "F5 r5600" },
            ],
            "uses": [
                { "id": "k1", "what": "Night of double bookings", "gate": "test-review", "on": "2026-02-17", "result": "failed" },
                { "id": "k2", "what": "Restore by hand" },
            ],
        },
        {
            "id": "v2", "name": "Frankfurt", "purpose": "production", "fitness": "fit",
            "parts": [{ "id": "j1", "name": "Database", "kind": "software", "version": "15.1" }],
        },
        { "id": "v3", "name": "Load lab", "purpose": "load", "refresh_days": 7 },
    ])
}

fn criteria() -> Value {
    json!([
        {
            "id": "a1", "title": "It performs", "detail": "In each environment", "owner": "p1", "due": "2026-03-01",
            "answer": "met", "catalogue": "performs-as-expected",
            "evidence": [
                { "id": "e1", "title": "Notes of the run", "shown_by": { "note": { "text": "All green" } }, "added": "2026-02-20" },
                { "id": "e2", "title": "Report", "shown_by": { "link": { "url": "https://reports.example/7" } }, "added": "2026-02-21" },
                { "id": "e3", "title": "Suite", "shown_by": { "test_report": {
                    "passed": 1204, "failed": 2, "skipped": 11, "milliseconds": 840, "failed_names": ["ledger::closes_the_year"],
                } } },
                { "id": "e5", "title": "Nightly scan", "shown_by": { "scan_report": {
                    "tool": "Semgrep", "errors": 21, "warnings": 34, "notes": 55, "unfinished": true,
                } } },
                { "id": "e4", "title": "Latency", "shown_by": { "measured": { "value": "180 ms", "threshold": "250 ms" } } },
            ],
        },
        { "id": "a2", "title": "Support is trained", "detail": "Both shifts", "answer": "not_met" },
        { "id": "a3", "title": "Screens are translated", "answer": { "not_applicable": { "reason": "It has no screens" } } },
        {
            "id": "a4", "title": "Every group accepted it", "answer": { "waived": {
                "approver": "Sven L.", "reason": "Mainz tests in week two", "until": "2026-03-20",
            } },
        },
        { "id": "a5", "title": "Instructions are correct", "answer": "unanswered" },
    ])
}

fn gates() -> Value {
    let evidence = json!([
        { "id": "e1", "title": "Review log", "shown_by": { "link": { "url": "javascript:alert(1)" } }, "added": "2026-02-03" },
    ]);
    json!([
        {
            "id": "code-review", "name": "Code review", "looks_at": "Code against design", "lead_role": "Lead developer",
            "led_by": "p1", "attendees": ["p2"], "present": ["p1"], "requires": [], "due": "2026-02-09", "opened": "2026-02-02",
            "checklist": [
                { "id": "1", "text": "Standards are followed", "state": "done", "note": "One exception", "evidence": evidence },
                { "id": "2", "text": "Errors are logged", "state": "failed" },
                { "id": "3", "text": "Licences are fine", "state": "not_applicable" },
                { "id": "4", "text": "Actions are written down", "state": "open" },
            ],
            "environments": ["v1"],
            "evidence": [
                { "id": "e1", "title": "Protocol", "shown_by": { "note": { "text": "Two hours, no dissent" } }, "added": "2026-02-06" },
            ],
            "findings": [
                { "id": "n1", "text": "Rename the queue", "owner": "p2", "due": "2026-02-28" },
                { "id": "n2", "text": "Drop the flag", "closed": "2026-02-12" },
            ],
            "outcome": { "passed_with_conditions": { "on": "2026-02-05", "conditions": [
                { "id": "k1", "text": "Log the errors", "owner": "p1", "until": "2026-03-10" },
                { "id": "k2", "text": "Name the queue", "met": "2026-02-10" },
            ] } },
            "covers": ["runbook"], "signatories": [{ "id": "1", "role": "Senior developer" }], "catalogue": "code-review",
        },
        {
            "id": "test-review", "name": "Test review", "requires": ["code-review"], "covers": ["acceptance"],
            "opened": "2026-02-04", "outcome": { "passed": { "on": "2026-02-22" } },
            "checklist": [
                { "id": "1", "text": "Every build was tested" },
                { "id": "2", "text": "Waves are judged", "check": "wave_criteria" },
            ],
            "signatories": [{ "id": "1", "role": "Test lead" }, { "id": "2", "role": "Quality lead" }],
        },
        {
            "id": "ops-review", "name": "Ops review", "optional": true,
            "outcome": { "failed": { "on": "2026-02-25", "must_change": "Alerts for the new queue" } },
        },
        { "id": "defect-review", "name": "Defect review", "outcome": "not_held" },
    ])
}

fn defects() -> Value {
    json!([
        {
            "id": "b1", "number": "BUG-17", "title": "Receipts print twice", "severity": "medium", "found_in": "UAT, week 6", "found": "2026-02-16",
            "owner": "p1", "due": "2026-03-05", "decision": "workaround", "known_error": {
                "symptoms": "Two slips", "workaround": "Bin the second", "quick_fix": "Restart the spooler",
                "desk_code": "PRN-2", "review": "2026-04-01",
            },
        },
        { "id": "b2", "number": "BUG-18", "title": "Totals are late", "decision": { "fix": { "fixed": "2026-02-27" } } },
        { "id": "b3", "number": "BUG-19", "title": "Limits are ignored", "decision": { "fix": {} } },
        { "id": "b4", "number": "BUG-20", "title": "Names are cut", "found": "2026-03-03", "decision": "undecided" },
        {
            "id": "b5", "number": "BUG-21", "title": "Money is lost", "severity": "critical",
            "decision": { "postpone": { "reason": "Nobody can live with it" } },
        },
    ])
}

fn rollout() -> Value {
    json!({
        "waves": [
            {
                "id": "w1", "name": "Pilot", "groups": ["g1", "g2"], "share": 12, "start": "2026-03-14T22:00:00", "bake": 1440, "target": 95,
                "success_criteria": "No double booking", "back_out": "Switch the flag off", "state": "running",
            },
            {
                "id": "w2", "name": "Everybody else", "groups": ["g2"], "state": "backed_out",
                "backed_out_because": "Mainz lost its link",
            },
        ],
        "detection": { "defect_rate": 150, "confidence": 93 },
        "parallel": {
            "people_for_both": 6, "from": "2026-03-14", "until": "2026-04-14", "cost_per_day": 125_050, "capacity": "Spare racks in Mainz",
            "switch_off": [{ "id": "o1", "text": "Thirty days without a difference", "due": "2026-04-12", "met": "2026-04-13" }],
        },
        "push": {
            "targets": 2300, "package": 350, "windows": "Nights only", "bandwidth_limit": 200, "tool": "Group policy",
            "peer_share": 35, "window_from": "22:15:00", "window_until": "05:45:00", "install_time": 12,
        },
        "pull": {
            "from": "2026-03-16", "source": "The software kiosk", "server_capacity": 120, "server_rate": 900, "half_life": 2880, "deadline": "2026-03-30", "days_per_wave": 9,
            "forced_push": true,
        },
        "simulation": {
            "seed": 77, "trials": 4000,
            "inputs": {
                "defect_chance": { "value": 7.25, "by": "Ines Inder", "on": "2026-02-12", "note": "Our last forty releases" },
                "from_a_later_version": { "value": 3, "by": "Ulla Ude", "on": "2026-02-13", "note": "A later version asks for it" },
            },
        },
        "runbook": [
            { "id": "s1", "title": "Freeze bookings", "owner": "p2", "duration": 15, "started": "2026-03-14T20:05:00",
              "ended": "2026-03-14T20:30:00", "result": "done", "note": "By telephone" },
            { "id": "s2", "title": "Deploy the gateway", "owner": "p1", "after": ["s1"], "duration": 300, "shortest": 240, "longest": 420 },
            { "id": "s3", "title": "Open bookings", "after": ["s2"], "duration": 20, "result": "skipped" },
        ],
        "back_out": {
            "summary": "Point the balancer back", "verification": 30,
            "triggers": [{ "id": "t1", "text": "Five failures in ten minutes", "decided_by": "p1" }],
            "steps": [{ "id": "u1", "title": "Turn the balancer", "owner": "p2", "duration": 45 }],
            "test": { "on": "2026-02-18", "environment": "Staging B", "worked": true, "note": "The cache was cold" },
        },
    })
}

fn training() -> Value {
    json!({
        "threshold": 85,
        "audiences": [
            { "id": "ta1", "name": "Counter staff", "kind": "users", "group": "g1", "size": 138, "goal": "Book a transfer" },
            { "id": "ta2", "name": "First line", "kind": "service_desk", "size": 9, "goal": "Reset a limit" },
        ],
        "sessions": [
            {
                "id": "ts1", "title": "Transfers by hand", "audiences": ["ta1", "ta2"], "teaches": "both",
                "at": "2026-02-24T09:30:00", "duration": 95, "place": "https://meet.example/transfers", "capacity": 61,
                "trainer": "p2", "attendance": [
                    { "id": "tt1", "audience": "ta1", "attended": 47, "note": "Six had to leave early" },
                ],
            },
            { "id": "ts2", "title": "Limits", "audiences": ["ta2"], "place": "Room above the vault" },
        ],
    })
}

fn review() -> Value {
    let evidence = json!([
        { "id": "re1", "title": "Walk through the racks", "shown_by": { "note": { "text": "Two are spare" } }, "added": "2026-02-19" },
    ]);
    json!({
        "record": {
            "held": "2026-02-25", "by": "p1", "note": "Look again after the load test",
            "points": [
                { "id": "environment", "text": "Production is built", "state": "done", "note": "Both sites", "evidence": evidence },
                { "id": "capacity", "text": "The load fits", "state": "failed", "check": "capacity_settled" },
            ],
        },
        "capacity": [
            {
                "id": "ci1", "title": "Journal disks fill by May", "severity": "medium", "owner": "p2", "due": "2026-03-09",
                "reference": "CAP-31", "response": "Order two shelves",
            },
            { "id": "ci2", "title": "Licences for Mainz", "closed": "2026-02-23" },
        ],
    })
}

fn hand_over() -> Value {
    json!({
        "items": [
            {
                "id": "h1", "title": "Slips twice", "kind": "quick_fix", "detail": "Restart the printer", "code": "QF-2",
                "defect": "b1", "set_up_by": "p2", "set_up": "2026-02-27",
            },
            { "id": "h2", "title": "Limits", "kind": "changed_function", "detail": "They moved to the core" },
            { "id": "h3", "title": "Double slip", "kind": "incident_code", "code": "PRN-3", "set_up": "2026-03-09" },
            { "id": "h4", "title": "Reply on slips", "kind": "template" },
            { "id": "h5", "title": "How slips work", "kind": "article", "code": "KB-17" },
            { "id": "h6", "title": "An hour with the desk", "kind": "desk_training" },
        ],
        "acceptance": { "by": "p2", "on": "2026-03-01", "note": "But for the template" },
    })
}

fn messages() -> Value {
    json!([
        {
            "id": "n1", "subject": "{release} {version} is coming", "body": "Hello,\n\nit starts {window}.\nWrite to {nobody}.",
            "template": "announcement", "departments": ["d1"], "people": ["p2"], "others": "The scheme's hotline",
            "channel": "mail", "sender": "p1", "send": -21, "sent": "2026-02-21", "sent_by": "p2",
        },
        { "id": "n2", "subject": "Support ends {support_until}", "channel": "intranet", "send": 3 },
    ])
}

fn distribution() -> Value {
    json!([
        {
            "id": "o1", "document": "back_out_plan", "person": "p2", "to": "Night shift", "by": -10, "sent": "2026-02-24",
            "sha256": "0123456789abcdef", "acknowledged": "2026-02-25",
        },
        { "id": "o2", "document": "runbook", "to": "The data centre", "by": -7 },
    ])
}

fn meetings() -> Value {
    json!([
        {
            "id": "h1", "title": "Last look", "kind": "checkpoint", "at": "2026-03-01T10:00:00", "place": "Room 4.12",
            "chair": "p1", "invited": ["p1", "p2"], "attended": ["p1"], "minutes": "Alerts came up twice.\n\nNobody objects.",
            "agenda": [
                { "id": "i1", "text": "Is the desk ready", "outcome": "It is, from Monday" },
                { "id": "i2", "text": "Who is on call" },
            ],
            "actions": [
                { "id": "j1", "text": "Print the call list", "owner": "p2", "due": "2026-03-04" },
                { "id": "j2", "text": "Book the bridge", "owner": "p1", "due": "2026-02-27", "closed": "2026-02-28" },
            ],
        },
        { "id": "h2", "kind": "problem_management" },
    ])
}

fn band(first: u32) -> Value {
    json!({ "mean": first + 4, "p10": first, "p50": first + 3, "p90": first + 11 })
}

/// What the simulation said of a strategy; the numbers begin at the first one.
fn said_of(approach: &str, delivery: &str, first: u32) -> Value {
    json!({
        "strategy": { "approach": approach, "delivery": delivery },
        "exposed": band(first), "hit": band(first + 20), "lost_hours": band(first + 40), "finish": band(first / 20),
        "peak_desk": band(first + 80), "cost": band(first + 100), "back_out": 7, "meets_date": 81,
    })
}

fn forecast() -> Value {
    json!({
        "strategy": { "approach": "phased", "delivery": "pull_then_push" },
        "seed": 12, "trials": 9000, "on": "2026-02-16", "by": "Fred Forsyth", "scenario": "f00dcafe",
        "compared": [
            said_of("phased", "pull_then_push", 210), said_of("big_bang", "push", 410), said_of("phased", "push", 610),
        ],
        "first_waves": [
            { "people": 7, "exposed": 1234, "noticed": 3 }, { "people": 71, "exposed": 77, "noticed": 64 },
            { "people": 717, "exposed": 719, "noticed": 96 },
        ],
        "first_wave": 71,
        "influences": [{
            "input": "hit_rate", "low": 2, "high": 9,
            "cheapest_low": { "approach": "big_bang", "delivery": "push" },
            "cheapest_high": { "approach": "phased", "delivery": "pull" },
        }],
    })
}

fn after() -> Value {
    json!({
        "forecast": forecast(),
        "actual": {
            "began": "2026-03-14T22:05:00", "exposed": 33, "hit": 14, "lost_hours": 21.5, "finished": "2026-03-17T09:00:00",
            "backed_out": false, "met_date": true, "cost": 4_150_025, "peak_desk": 88, "note": "Two links were slower",
        },
        "go_live": { "at": "2026-03-15T01:40:00", "note": "The last site came at two" },
        "incidents": [
            {
                "id": "l1", "number": "INC-77", "title": "Slips are blank", "severity": "high",
                "reported": "2026-03-15T08:05:00", "owner": "p2", "resolved": "2026-03-15T11:30:00", "note": "The tray was empty",
            },
            { "id": "l2", "title": "Logins are slow", "severity": "low" },
        ],
        "support": {
            "from": "2026-03-16", "until": "2026-03-27", "lead": "p1", "ended": "2026-03-30",
            "exit": [
                { "id": "y1", "text": "Three days without a call", "due": "2026-03-28", "met": "2026-03-29" },
                { "id": "y2", "text": "No open incident above low" },
            ],
            "log": [{ "id": "z1", "on": "2026-03-16", "calls": 23, "open_incidents": 4, "note": "Mostly passwords" }],
        },
        "review": {
            "held": "2026-04-10", "summary": "Transfers take a second now",
            "lessons": [
                { "id": "v1", "text": "Rehearse twice", "kind": "went_well" },
                { "id": "v2", "text": "Call lists were old", "kind": "went_badly" },
                { "id": "v3", "text": "Warm the cache first", "kind": "lesson" },
            ],
            "actions": [{ "id": "v4", "text": "Renew the lists", "owner": "p2", "due": "2026-04-30", "closed": "2026-04-20" }],
        },
    })
}

fn rules() -> Value {
    json!([
        {
            "id": "u1", "name": "Never on a Friday", "why": "Nobody is there on Saturday", "cure": "Move the window",
            "when": [{ "fact": "criticality", "operator": "is", "value": "high" }],
            "then": { "fact": "waves", "operator": "at_least", "value": "3" },
            "waiver": { "approver": "Board", "reason": "It is a Saturday", "until": "2026-03-31" },
            "catalogue": "floor-walkers",
        },
        { "id": "u2", "name": "Walkers everywhere", "then": {
            "fact": "departments_without_floor_walkers", "operator": "is", "value": "0",
        } },
    ])
}

fn board() -> Value {
    json!({
        "quorum": 4,
        "sittings": { "rhythm": "fortnightly", "next": "2026-03-04T15:30:00" },
        "members": [
            { "id": "m1", "name": "Written beside", "person": "p1", "role": "release_manager" },
            { "id": "m2", "name": "Iris Ito", "role": "senior_it", "deputy": "p2" },
            { "id": "m3", "name": "Bela Bock", "role": "senior_business" },
        ],
        "votes": [
            { "id": "v1", "member": "m1", "ballot": "go", "reason": "We rehearsed it", "on": "2026-03-01" },
            { "id": "v2", "member": "m2", "cast_by": "p2", "ballot": "no_go", "reason": "The alerts are missing", "on": "2026-03-02" },
        ],
        "risks": [
            { "id": "k1", "text": "The scheme answers late", "probability": "medium", "impact": "high",
              "response": "Call them at ten", "owner": "p2" },
        ],
        "decision": {
            "verdict": "conditional_go", "on": "2026-03-02", "by": "The chair", "explanation": "The scheme leaves no choice",
            "conditions": [
                { "id": "q1", "text": "Alerts by Friday", "owner": "p1", "until": "2026-03-06" },
                { "id": "q2", "text": "Tell the desk", "owner": "p2", "until": "2026-03-04", "met": "2026-03-02" },
            ],
        },
    })
}
