#!/usr/bin/env bash
# Writes what a release holds beside the program into a folder: manual pages and completions for shells.
#
#   ci/extras.sh FOLDER
set -euo pipefail

readonly folder=${1:?'ci/extras.sh FOLDER'}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rm -rf "$folder"
mkdir -p "$folder"
for lang in en ko; do
  suffix=.$lang
  [ "$lang" != en ] || suffix=
  go run ./cmd/pipalint man --lang "$lang" >"$folder/pipalint$suffix.1"
done
for shell in bash zsh fish powershell; do
  go run ./cmd/pipalint completion "$shell" --lang en >"$folder/pipalint.$shell"
done
