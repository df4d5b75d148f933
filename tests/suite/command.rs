//! The command as people run it: with arguments and an input, for what it says.

use std::io::Write;
use std::process::{Command, Stdio};

/// Runs `rollcall`: its exit code, standard output and standard error.
pub fn rollcall(arguments: &[&str], input: impl AsRef<[u8]>) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("it has an input");
    // The command need not read an input that it was not asked to read.
    let _ = stdin.write_all(input.as_ref());
    drop(stdin);
    let output = child.wait_with_output().expect("the command ends");
    let text = |bytes| String::from_utf8(bytes).expect("the command writes UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}
