#!/usr/bin/env bash
# Puts pipalint on the path of the steps that follow, as the first step of the GitHub action.
#
# PIPALINT_VERSION   a release, as v1.2.0; empty: build the commit that this script belongs to
# PIPALINT_DOWNLOAD  where releases are; by default those of the project
# PIPALINT_BIN       the folder to install into; by default one below RUNNER_TEMP
set -euo pipefail

readonly version=${PIPALINT_VERSION:-}
readonly download=${PIPALINT_DOWNLOAD:-https://github.com/pipalint/pipalint/releases/download}
readonly bin=${PIPALINT_BIN:-${RUNNER_TEMP:-/tmp}/pipalint-bin}
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

fail() { echo "::error title=pipalint::$1"; exit 2; }

# sum FILE prints its SHA-256.
sum() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d' ' -f1
}

build() {
  command -v go >/dev/null || fail 'Go is not on the path: add actions/setup-go, or name a release with "version"'
  (cd "$home" && CGO_ENABLED=0 go build -trimpath -o "$bin/" ./cmd/pipalint)
}

# fetch gets the archive of the release for this system and holds it to the checksum of the release.
fetch() {
  local os arch archive dir want suffix
  case $(uname -s) in
    Linux) os=linux ;;
    Darwin) os=darwin ;;
    MINGW* | MSYS* | CYGWIN*) os=windows ;;
    *) fail "there is no release for $(uname -s)" ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) arch=amd64 ;;
    aarch64 | arm64) arch=arm64 ;;
    *) fail "there is no release for $(uname -m)" ;;
  esac
  archive=pipalint_${version#v}_${os}_${arch}.tar.gz
  [ "$os" != windows ] || archive=${archive%.tar.gz}.zip
  dir=$(mktemp -d)
  curl -fsSL --retry 3 -o "$dir/checksums.txt" "$download/$version/checksums.txt" || fail "there is no release $version"
  curl -fsSL --retry 3 -o "$dir/$archive" "$download/$version/$archive" || fail "release $version has no $archive"
  want=$(awk -v file="$archive" '$2 == file { print $1 }' "$dir/checksums.txt")
  [ "$want" = "$(sum "$dir/$archive")" ] || fail "$archive is not what the checksums of release $version say"
  case $archive in
    *.zip) unzip -q -o "$dir/$archive" -d "$dir" ;;
    *) tar -xzf "$dir/$archive" -C "$dir" ;;
  esac
  [ "$os" != windows ] || suffix=.exe
  mv "$dir/pipalint${suffix:-}" "$bin/"
  rm -rf "$dir"
}

mkdir -p "$bin"
if [ -n "$version" ]; then fetch; else build; fi
"$bin/pipalint" version
[ -z "${GITHUB_PATH:-}" ] || echo "$bin" >>"$GITHUB_PATH"
