#!/bin/sh
# extraction.sh [SECONDS] [FOLDER]: builds the fuzz target of extraction under the address sanitizer and libFuzzer and fuzzes for that long (default: an
# hour), keeping the inputs it finds in FOLDER (default: Fuzz/.corpus/extraction). Findings are written there as crash-*, and end the run.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
seconds=${1:-3600}
work=${2:-$here/.corpus/extraction}
mkdir -p "$work/inputs" "$work/seeds"
# The compiler counts coverage for the sanitizer that it is told of last, and the package manager tells it in any order.
swift build --package-path "$here" --scratch-path "$here/.build-fuzz" -c release --sanitize address --sanitize fuzzer -Xswiftc -sanitize=fuzzer \
  --product fuzz-extraction
# The first byte says what the rest is: 0 for HTML, 1 for text.
for page in "$here"/../Tests/Quality/html/*.html; do { printf '\0'; cat "$page"; } > "$work/seeds/$(basename "$page")"; done
for dump in "$here"/Seeds/dumps/*; do { printf '\1'; cat "$dump"; } > "$work/seeds/$(basename "$dump")"; done
cd "$work"
# The backtracer and the sanitizer get into each other's way.
export SWIFT_BACKTRACE=enable=no
exec nice -n 19 "$here/.build-fuzz/release/fuzz-extraction" -max_total_time="$seconds" -max_len=20000 -timeout=20 -rss_limit_mb=3000 -dict="$here/html.dict" \
  inputs seeds
