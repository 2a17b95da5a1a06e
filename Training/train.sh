#!/bin/sh
# Learns the models anew and writes them into Sources/Extraction: the block model, then what predicts an article's quality. Corpora, each a folder in the format of docs/measure-quality.md:
#   CORPORA="folder …"  pages of HTML
#   DUMPS="folder …"    text dumps, of the kinds in DUMP_KINDS (default: main page)
# Further arguments go to train.py. QUALITY_ONLY=1 leaves the block model as it is. PYTHON names a Python with numpy, COPYDESK the command.
set -eu
cd "$(dirname "$0")/.."
: "${CORPORA:?name at least one folder of labelled pages}" "${DUMPS:?name at least one folder of labelled text dumps}"
copydesk=${COPYDESK:-.build/release/copydesk}
examples=$(mktemp -d)
trap 'rm -rf "$examples"' EXIT

if [ -n "${QUALITY_ONLY:-}" ]; then
  # shellcheck disable=SC2086 # the variables are lists
  "$copydesk" score $CORPORA --save "$examples/html-scores.jsonl"
  for kind in ${DUMP_KINDS:-main page}; do
    # shellcheck disable=SC2086
    "$copydesk" score $DUMPS --dumps "$kind" --save "$examples/text-$kind-scores.jsonl"
  done
  "${PYTHON:-python3}" Training/train_quality.py "$examples"/*-scores.jsonl --write Sources/Extraction/Quality/QualityModel+Generated.swift
  swift format --in-place Sources/Extraction/Quality/QualityModel+Generated.swift
  exit
fi

# shellcheck disable=SC2086 # the variables are lists
"$copydesk" score $CORPORA --features "$examples/html.jsonl"
for kind in ${DUMP_KINDS:-main page}; do
  # shellcheck disable=SC2086
  "$copydesk" score $DUMPS --dumps "$kind" --features "$examples/text-$kind.jsonl"
done
"${PYTHON:-python3}" Training/train.py "$examples"/*.jsonl --write Sources/Extraction/Body/Model "$@"
swift format --in-place Sources/Extraction/Body/Model/*+Generated.swift
echo "The quality is judged by the block model: build anew, then run this with QUALITY_ONLY=1."
