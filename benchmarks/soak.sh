#!/bin/sh
# A soak at 70 % of the load the service can take, without the cache: what resident memory, native handles,
# threads and file descriptors grow an hour, in all of it and in its second half: the heap takes minutes to reach its
# limit. Fails when an answer was wrong or lost.
about='DIR holds articles as .txt files. --minutes N (default 15) --clients N (default 50) --calibration SECONDS (default 10) --warm-up MINUTES --every SECONDS (default 2)'
. "$(dirname "$0")/lib.sh"
drive soak.py "$@"
