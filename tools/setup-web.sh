#!/usr/bin/env bash
# Provides what it takes to build the web app: Rust for wasm32, Trunk, wasm-bindgen, wasm-split and wasm-opt.
#
# Each has a short way, for a machine that reaches the tool's own downloads, and a long way that needs package registries
# only. What is there already is used; a run with nothing to do takes a fraction of a second.
. "$(dirname "$0")/common.sh"

# ---- Rust for wasm32 --------------------------------------------------------------------------------------------------

provide_wasm_std() {
  have cargo || fail "Rust is missing: install it from https://rustup.rs and try again."
  if has_wasm_std rustc; then return; fi
  local folder
  if folder=$(system_wasm_dir) && [ -d "$folder" ]; then return; fi

  if have rustup; then
    say "adding the wasm32 target to the Rust toolchain"
    if RUSTUP_MAX_RETRIES=0 limited 300 rustup target add wasm32-unknown-unknown >/dev/null 2>&1 && has_wasm_std rustc; then
      return
    fi
    say "rustup cannot download here; taking Debian's Rust, which comes with its source"
  fi

  local packages=(rustc-web cargo-web rust-web-src rust-web-llvm lld-22)
  if ! dpkg -s "${packages[@]}" >/dev/null 2>&1; then
    apt_install "${packages[@]}" ||
      fail "Rust for wasm32 is missing and cannot be installed: run 'rustup target add wasm32-unknown-unknown' with network access."
  fi
  folder=$(system_wasm_dir)
  install_once "$folder" build_wasm_std
}

# Compiles the standard library for wasm32 from Debian's source and lays out a sysroot: that library, the system's own for
# build scripts and macros, and a `rustc` that looks there. Debian's /usr stays as packaged.
build_wasm_std() {
  local folder=$1 place crate=$1/crate host
  place=$(system_wasm_dir)
  host=$("$system_rustc" -vV | sed -n 's/^host: //p')
  say "building Rust's standard library for wasm32 (about a minute)"
  mkdir -p "$crate/src" "$folder/bin" "$folder/lib/rustlib/wasm32-unknown-unknown/lib"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' >"$crate/Cargo.toml"
  : >"$crate/src/lib.rs"
  # RUSTC_BOOTSTRAP: build-std is unstable. embed-bitcode: link-time optimisation of the app reads it from these files.
  (
    cd "$crate"
    unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS RUSTC_WRAPPER
    RUSTC_BOOTSTRAP=1 RUSTC=$system_rustc CARGO_TARGET_DIR=$crate/target \
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Cembed-bitcode=yes" \
      "$system_cargo" build -Z build-std=std,panic_abort,panic_unwind,test --target wasm32-unknown-unknown --release
  )
  cp "$crate"/target/wasm32-unknown-unknown/release/deps/*.rlib "$folder/lib/rustlib/wasm32-unknown-unknown/lib/"
  rm -f "$folder"/lib/rustlib/wasm32-unknown-unknown/lib/libempty-*.rlib
  rm -rf "$crate"
  ln -s "$("$system_rustc" --print sysroot)/lib/rustlib/$host" "$folder/lib/rustlib/$host"
  ln -s "$system_cargo" "$folder/bin/cargo"
  printf '#!/bin/sh\nexec %s --sysroot "%s" "$@"\n' "$system_rustc" "$place" >"$folder/bin/rustc"
  chmod +x "$folder/bin/rustc"
}

# ---- Trunk and wasm-bindgen -------------------------------------------------------------------------------------------

# Neither is compiled for speed: they run for moments, and their own release profiles take a quarter of an hour.
cheap_profile=(CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0)

# cargo_install FOLDER OPT_LEVEL ARGUMENT…: the long way, from the registry's source.
cargo_install() {
  local folder=$1 level=$2
  shift 2
  env -u RUSTFLAGS -u CARGO_BUILD_TARGET "${cheap_profile[@]}" "CARGO_PROFILE_RELEASE_OPT_LEVEL=$level" \
    CARGO_TARGET_DIR="$folder/target" cargo install --root "$folder" "$@"
  rm -rf "$folder/target"
}

# prebuilt FOLDER BINARY WORD URL: the short way, a release archive of the project itself; kept only if it runs here.
prebuilt() {
  local folder=$1 binary=$2 word=$3 url=$4 found
  have curl || return 1
  mkdir -p "$folder/archive" "$folder/bin"
  if curl -fsSL --connect-timeout 5 --max-time 300 "$url" 2>/dev/null | tar -xz -C "$folder/archive" 2>/dev/null; then
    found=$(find "$folder/archive" -type f -name "$binary" | head -n 1)
    if [ -n "$found" ]; then mv "$(dirname "$found")/$binary"* "$folder/bin/"; fi
  fi
  rm -rf "$folder/archive"
  says "$folder/bin/$binary" "$word" && return
  rm -rf "$folder/bin"
  return 1
}

# platform LINUX: this machine as release archives name it; LINUX is the C library that the project builds for.
platform() {
  local machine
  machine=$(uname -m | sed 's/^arm64$/aarch64/')
  case $(uname -s) in
    Linux) printf '%s-unknown-linux-%s' "$machine" "$1" ;;
    Darwin) printf '%s-apple-darwin' "$machine" ;;
    *) return 1 ;;
  esac
}

provide_trunk() {
  says trunk "$trunk_version" || install_once "$trunk_dir" fill_trunk
}

fill_trunk() {
  local releases=https://github.com/trunk-rs/trunk/releases/download
  say "installing Trunk $trunk_version"
  if prebuilt "$1" trunk "$trunk_version" "$releases/v$trunk_version/trunk-$(platform gnu).tar.gz"; then return; fi
  say "no prebuilt Trunk to be had; compiling it (about four minutes on two cores)"
  cargo_install "$1" 0 trunk --version "$trunk_version" --locked --no-default-features
}

provide_wasm_bindgen() {
  [ -n "$wasm_bindgen_version" ] || fail "Cargo.lock names no wasm-bindgen: run 'cargo generate-lockfile'."
  says wasm-bindgen "$wasm_bindgen_version" || install_once "$wasm_bindgen_dir" fill_wasm_bindgen
}

fill_wasm_bindgen() {
  local releases=https://github.com/wasm-bindgen/wasm-bindgen/releases/download version=$wasm_bindgen_version
  say "installing wasm-bindgen $version"
  if prebuilt "$1" wasm-bindgen "$version" "$releases/$version/wasm-bindgen-$version-$(platform musl).tar.gz"; then return; fi
  say "no prebuilt wasm-bindgen to be had; compiling it (about three minutes on two cores)"
  # Not --locked: the lock file published with it does not resolve.
  cargo_install "$1" 1 wasm-bindgen-cli --version "$version" --no-default-features
}

# ---- wasm-split -------------------------------------------------------------------------------------------------------

provide_wasm_split() {
  install_once "$wasm_split_dir" fill_wasm_split
}

# There is no prebuilt one.
fill_wasm_split() {
  say "compiling wasm-split $wasm_split_version (about a minute on two cores)"
  cargo_install "$1" 1 wasm_split_cli_support --version "$wasm_split_version" --locked --features build-binary
}

# ---- wasm-opt ---------------------------------------------------------------------------------------------------------

provide_wasm_opt() {
  says wasm-opt "${binaryen_version%%.*}" || install_once "$binaryen_dir" fill_binaryen
}

fill_binaryen() {
  need_node
  say "installing wasm-opt (binaryen $binaryen_version)"
  limited 300 npm install --silent --prefix "$1" "binaryen@$binaryen_version" >&2 ||
    fail "wasm-opt cannot be installed: 'npm install binaryen@$binaryen_version' failed; see the message above."
}

provide_wasm_std
provide_wasm_opt
provide_wasm_bindgen
provide_wasm_split
provide_trunk
