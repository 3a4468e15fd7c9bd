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
  mkdir -p -- "$(dirname -- "$2")"
  arguments+=(--report "$1=$2")
}

# commit REF prints the commit that a ref names, if it is there.
commit() { git rev-parse --quiet --verify "$1^{commit}"; }

# pull prints the commit that a pull request is to be merged into: the first parent of what GitHub checks out, which is
# as new as that; the base that the event tells may be older. It is written in the commit even where it is not there.
pull() {
  local parents=''
  if [[ ${GITHUB_REF:-} == refs/pull/*/merge && $(git rev-parse HEAD 2>/dev/null) == "${GITHUB_SHA:-}" ]]; then
    parents=$(git cat-file commit HEAD | sed -n -e '/^$/q' -e 's/^parent //p')
  fi
  if [[ $parents == *$'\n'* ]]; then echo "${parents%%$'\n'*}"; else echo "${BASE_SHA:-}"; fi
}

# base prints the commit to compare with, after getting it where the checkout has only the last one, and no branches.
base() {
  local ref=${INPUT_SINCE:-} name
  if [ "$ref" = auto ]; then
    ref=
    [ -z "${BASE_SHA:-}" ] || ref=$(pull)
  fi
  case $ref in
    '' | -* | *...) ;; # nothing; what the program refuses; what needs the whole history
    *)
      name=${ref#origin/}
      if ! commit "$ref" >/dev/null; then
        if commit "origin/$name" >/dev/null; then
          ref=origin/$name
        elif git fetch --quiet --no-tags --depth=1 origin "$name" >&2; then
          ref=$(commit FETCH_HEAD) || ref=$name
        fi
      fi
      ;;
  esac
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

# written FILE prints where a report is, from the root of the repository; nothing if it was not written.
written() {
  [ -n "$1" ] && [ -f "$1" ] || return 0
  case $1 in
    /* | [A-Za-z]:*) echo "$1" ;;
    *) echo "$(git rev-parse --show-prefix 2>/dev/null || true)$1" ;;
  esac
}

code=0
pipalint "${arguments[@]}" || code=$?
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  {
    echo "exit-code=$code"
    echo "sarif-file=$(written "${INPUT_SARIF_FILE:-}")"
  } >>"$GITHUB_OUTPUT"
fi
exit "$code"
