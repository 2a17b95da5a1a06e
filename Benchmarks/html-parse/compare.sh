#!/bin/sh
# compare.sh FOLDER: parses the pages in FOLDER (*.html or *.html.gz) with this package's parser and with Lexbor, by turns on one core,
# and prints both figures and their ratio. Needs python3 with selectolax (`pip install selectolax`); PYTHON names another interpreter.
set -eu
cd "$(dirname "$0")/.."
folder=$1
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
for file in "$folder"/*.html.gz; do [ -e "$file" ] && gzip -dc "$file" > "$pages/$(basename "$file" .gz)"; done
for file in "$folder"/*.html; do if [ -e "$file" ]; then cp "$file" "$pages/"; fi; done
parse=${HTML_PARSE:-}
if [ -z "$parse" ]; then
  swift build -c release --product html-parse >&2
  parse=$(swift build -c release --show-bin-path)/html-parse
fi
pin=""
if command -v taskset > /dev/null; then pin="taskset -c 0"; fi
for round in 1 2 3; do
  ours=$($pin "$parse" "$pages" --seconds 3)
  theirs=$($pin "${PYTHON:-python3}" html-parse/lexbor.py "$pages" 3)
  echo "here:   $ours"
  echo "Lexbor: $theirs"
  echo "$ours
$theirs" | awk '{ for (i = 1; i < NF; i++) if ($i == "best") v[NR] = $(i + 1) } END { printf "ratio:  %.2f\n", v[1] / v[2] }'
done
