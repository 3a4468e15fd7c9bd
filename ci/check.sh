#!/usr/bin/env bash
# Checks policies in a GitHub workflow: annotations and a summary for people, files for other tools. The inputs of the
# action come as INPUT_…, the base of a pull request as BASE_SHA.
set -euo pipefail

arguments=(check --format github)

# add FLAG VALUE adds a flag that was given a value.
add() { [ -z "$2" ] || arguments+=("$1" "$2"); }

# lines TEXT adds the lines of a text that are not empty.
lines() {
  local line
  while IFS= read -r line; do
    line=${line%$'\r'}
    [ -z "${line// /}" ] || arguments+=("$line")
  done <<<"$1"
}

# report FORMAT FILE adds a report that was given a file.
report() {
  [ -n "$2" ] || return 0
  mkdir -p "$(dirname "$2")"
  arguments+=(--report "$1=$2")
}

# base prints the commit to compare with, after getting it where the checkout has only the last one.
base() {
  local ref=${INPUT_SINCE:-}
  [ "$ref" != auto ] || ref=${BASE_SHA:-}
  [ -n "$ref" ] || return 0
  git rev-parse --quiet --verify "$ref^{commit}" >/dev/null ||
    git fetch --quiet --no-tags --depth=1 origin "$ref" >&2
  echo "$ref"
}

ref=$(base)
add --since "$ref"
add --config "${INPUT_CONFIG:-}"
add --fail-on "${INPUT_FAIL_ON:-}"
add --lang "${INPUT_LANGUAGE:-}"
report sarif "${INPUT_SARIF_FILE:-}"
report html "${INPUT_HTML_FILE:-}"
lines "${INPUT_ARGS:-}"
arguments+=(--)
lines "${INPUT_PATHS:-}"

code=0
pipalint "${arguments[@]}" || code=$?
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  prefix=$(git rev-parse --show-prefix 2>/dev/null || true)
  {
    echo "exit-code=$code"
    echo "sarif-file=${INPUT_SARIF_FILE:+$prefix$INPUT_SARIF_FILE}"
  } >>"$GITHUB_OUTPUT"
fi
exit "$code"
