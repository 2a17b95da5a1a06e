#!/bin/sh
# run.sh [SECONDS] [FOLDER]: builds the fuzz target with the address sanitizer and fuzzes for that long (default: an hour), keeping the
# inputs it finds in FOLDER (default: Fuzz/.corpus). Findings are written there as crash-*, and end the run.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
seconds=${1:-3600}
work=${2:-$here/.corpus}
mkdir -p "$work/inputs"
pages=$here/../Sources/Pages
sources=$(find "$pages/HTML5" "$pages/Tree" -name '*.swift' ! -name 'Tree+Path.swift')
# shellcheck disable=SC2086
swiftc -O -wmo -swift-version 6 -parse-as-library -sanitize=fuzzer,address -module-name HTMLParserFuzz \
  -enable-upcoming-feature ExistentialAny -o "$work/fuzz-html" $sources "$pages/Text/ASCII.swift" "$pages/Text/ByteBuffer.swift" "$here/HTMLParserFuzz.swift"
cd "$work"
# The backtracer and the sanitizer get into each other's way.
export SWIFT_BACKTRACE=enable=no
exec nice -n 19 ./fuzz-html -max_total_time="$seconds" -max_len=8192 -timeout=20 -rss_limit_mb=3000 -dict="$here/html.dict" \
  inputs "$here/Seeds"
