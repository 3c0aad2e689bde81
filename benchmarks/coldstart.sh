#!/usr/bin/env bash
# Cold start: whole processes, from the shell. Prints the runs in order and the median of each, in seconds: `score` on one file; a
# process that loads the compiled rules and no rule files; the same with the rule files of 2023/24, as `score` reads them; and with
# those of both bundled frameworks.
# Usage, after `mvn package`: benchmarks/coldstart.sh [runs]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/report.json" <<'JSON'
{"format": "opel.report/1", "organisation": "RXX", "providerType": "acute", "observedAt": "2024-01-08T08:00:00Z",
 "readings": {"ambulance-handover-mean": "41", "ed-four-hour-performance": "61.4", "ga-bed-occupancy": "96.2"}}
JSON
TIMEFORMAT=%R
timed() {
  local name=$1
  shift
  { time "$@" > /dev/null 2> "$work/err"; } 2>> "$work/$name" || cat "$work/err"
}
loading=(java -cp opel-rules/cli/target/opel.jar:benchmarks/target/classes io.github.opelrules.benchmarks.ColdLoading)
for ((i = 0; i < ${1:-11}; i++)); do
  timed score java -jar opel-rules/cli/target/opel.jar score "$work/report.json"
  timed without-rule-files "${loading[@]}"
  timed with-rule-files "${loading[@]}" nhse-opel-2023-24
  timed with-both-frameworks "${loading[@]}" nhse-opel-2023-24 nhse-opel-2024-26
done
for name in score without-rule-files with-rule-files with-both-frameworks; do
  sort -n "$work/$name" | awk -v name="$name" '{ t[NR] = $1; all = all " " $1 } END { print name ":" all ", median", t[int((NR + 1) / 2)] }'
done
