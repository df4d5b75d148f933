# Sourced by the scripts in this folder: which versions, where tools live, how they get there.
#
# A tool lives in a folder of its own whose name carries its version, under the user's cache, so that every clone shares it
# and a new version never overwrites an old one. `install_once` fills such a folder beside its place and renames it when it
# is complete: an interrupted run leaves nothing that looks installed.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/rollcall

trunk_version=0.21.14
binaryen_version=132.0.0
# Cuts what the crate wasm_split_helpers marks; both are at 0.2.
wasm_split_version=0.2.4
# wasm-bindgen's two halves, the crate and the command, must agree to the digit; Cargo.lock says which.
wasm_bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, "", $3); print $3; exit }' "$root/Cargo.lock")

trunk_dir=$cache/trunk-$trunk_version
wasm_bindgen_dir=$cache/wasm-bindgen-$wasm_bindgen_version
binaryen_dir=$cache/binaryen-$binaryen_version
wasm_split_dir=$cache/wasm-split-$wasm_split_version

# The system's own Rust, as packaged by Debian with its source; the long way to wasm32 builds on it.
system_rustc=/usr/bin/rustc
system_cargo=/usr/bin/cargo

say() { printf '[setup] %s\n' "$*" >&2; }
fail() { printf '[setup] %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Node.js runs wasm-opt, the build hook, the size table and the browser tests.
need_node() {
  if have npm && node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 11) ? 0 : 1)'; then
    return
  fi
  fail "Node.js 20.11 or later is missing: install it from https://nodejs.org and try again."
}

# limited SECONDS COMMAND…: no step that talks to the network may hang for ever.
limited() {
  local seconds=$1
  shift
  if have timeout; then timeout "$seconds" "$@"; else "$@"; fi
}

# says COMMAND WORD: whether COMMAND exists and its version line has WORD in it.
says() { have "$1" && "$1" --version 2>/dev/null | grep -qwF -- "$2"; }

# wasm_split: the command that cuts the program into parts.
wasm_split() { printf '%s/bin/wasm-split-cli' "$wasm_split_dir"; }

# sha256 FILE: its digest, in hex.
sha256() { node -e 'process.stdout.write(require("crypto").createHash("sha256").update(require("fs").readFileSync(process.argv[1])).digest("hex"))' "$1"; }

# install_once FOLDER FUNCTION: has FUNCTION fill an empty folder, which then becomes FOLDER. Clones wait for one another.
install_once() {
  local folder=$1 fill=$2 name
  name=$(basename "$folder")
  if [ -d "$folder" ]; then return; fi
  mkdir -p "$cache"
  (
    if have flock; then
      flock -n 9 || { say "another run is installing $name; waiting for it"; flock 9; }
    fi
    if [ -d "$folder" ]; then exit 0; fi
    rm -rf "$cache/.$name.partial"
    mkdir "$cache/.$name.partial"
    started=$SECONDS
    "$fill" "$cache/.$name.partial"
    mv "$cache/.$name.partial" "$folder"
    say "$name is ready ($((SECONDS - started)) s), in $folder"
  ) 9>"$cache/.$name.lock"
}

# as_root COMMAND…: runs it as root if that needs no password; status 1 otherwise.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo && sudo -n true 2>/dev/null; then sudo -n "$@"; else return 1; fi
}

# apt_install PACKAGE…: Debian's packages, for what no user-level installer offers. The only thing set up outside the cache.
apt_install() {
  local wanted="$*"
  have apt-get || return 1
  if ! as_root true; then
    fail "No rights to install Debian packages: run 'sudo apt-get install --no-install-recommends $wanted' and try again."
  fi
  say "installing Debian packages: $wanted"
  as_root apt-get -qq -o DPkg::Lock::Timeout=300 update >&2 || return 1
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@" >&2 </dev/null
}

# has_wasm_std RUSTC: whether it can compile for the browser.
has_wasm_std() {
  local sysroot
  sysroot=$("$1" --print sysroot 2>/dev/null) || return 1
  compgen -G "$sysroot/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib" >/dev/null
}

# Where the long way keeps a sysroot that adds wasm32 to the system's Rust; nothing if there is no such Rust.
system_wasm_dir() {
  [ -x "$system_rustc" ] || return 1
  printf '%s/rust-wasm32-%s' "$cache" "$("$system_rustc" --version | cut -d' ' -f2)"
}
