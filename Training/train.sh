#!/bin/sh
# Learns the models anew and writes them into Sources/Extraction/Body/Model. Corpora, each a folder in the format of docs/measure-quality.md:
#   CORPORA="folder …"  pages of HTML
#   DUMPS="folder …"    text dumps, of the kinds in DUMP_KINDS (default: main page)
# Further arguments go to train.py. PYTHON names a Python with numpy, COPYDESK the command.
set -eu
cd "$(dirname "$0")/.."
: "${CORPORA:?name at least one folder of labelled pages}" "${DUMPS:?name at least one folder of labelled text dumps}"
copydesk=${COPYDESK:-.build/release/copydesk}
examples=$(mktemp -d)
trap 'rm -rf "$examples"' EXIT

# shellcheck disable=SC2086 # the variables are lists
"$copydesk" score $CORPORA --features "$examples/html.jsonl"
for kind in ${DUMP_KINDS:-main page}; do
  # shellcheck disable=SC2086
  "$copydesk" score $DUMPS --dumps "$kind" --features "$examples/text-$kind.jsonl"
done
"${PYTHON:-python3}" Training/train.py "$examples"/*.jsonl --write Sources/Extraction/Body/Model "$@"
swift format --in-place Sources/Extraction/Body/Model/*+Generated.swift
