#!/usr/bin/env bash
# Runs a command with the web tools on PATH: `tools/with-web.sh trunk build`. Sets nothing up; setup-web.sh does.
. "$(dirname "$0")/common.sh"

for folder in "$trunk_dir/bin" "$wasm_bindgen_dir/bin" "$binaryen_dir/node_modules/.bin"; do
  if [ -d "$folder" ]; then PATH=$folder:$PATH; fi
done
if ! has_wasm_std rustc && folder=$(system_wasm_dir) && [ -d "$folder" ]; then PATH=$folder/bin:$PATH; fi
# A panic names the file of its crate, not the place where this machine keeps it. Cargo adds this to its own list of flags.
crates=${CARGO_HOME:-$HOME/.cargo}/registry/src
case $crates in
  *\ *) ;; # Flags are told apart by blanks.
  *) export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=$crates=crates" ;;
esac

# Trunk finds wasm-bindgen behind the step that cuts the program into parts.
PATH=$root/tools/in-front:$PATH
export PATH

# Trunk takes a tool from PATH if it has the version that it was told, and would otherwise go and download one. (Its own
# `--offline` would do too, but is passed on to cargo.) Its errors read better without sixty lines of its own call stack.
export TRUNK_SKIP_VERSION_CHECK=true TRUNK_TOOLS_WASM_OPT=version_${binaryen_version%%.*} RUST_BACKTRACE=0
exec "$@"
