//! The app: what people see and touch.
