//! Are we ready? One pure function of the plan and today's date, and the governance rules.
