#!/usr/bin/env bash
# Cold start: `score` on one file as a whole process, from the shell. Prints each run and the median, in seconds.
# Usage, after `mvn package`: benchmarks/coldstart.sh [runs]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
report=$(mktemp --suffix=.json)
trap 'rm -f "$report"' EXIT
cat > "$report" <<'JSON'
{"format": "opel.report/1", "organisation": "RXX", "providerType": "acute", "observedAt": "2024-01-08T08:00:00Z",
 "readings": {"ambulance-handover-mean": "41", "ed-four-hour-performance": "61.4", "ga-bed-occupancy": "96.2"}}
JSON
TIMEFORMAT=%R
for ((i = 0; i < ${1:-11}; i++)); do
  { time java -jar opel-rules/target/opel.jar score "$report" > /dev/null; } 2>&1
done | sort -n | awk '{ print; t[NR] = $1 } END { print "median", t[int((NR + 1) / 2)] }'
