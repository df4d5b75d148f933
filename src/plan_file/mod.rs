//! The plan as a file: a versioned envelope, tolerant reading with exact paths, migrations.
