//! Environments: what is overdue, and how far each one differs from production.
