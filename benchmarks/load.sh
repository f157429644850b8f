#!/bin/sh
# Twice the sustainable load by 200 clients, without the cache: no answer wrong, lost or crossed, refusals
# only as 429, goodput, memory, and short requests beside a long article. Fails when one of these is missed.
about='DIR holds articles as .txt files. --minutes N (default 10) --clients N (default 200) --calibration SECONDS (default 10) --alone SECONDS (default 20)'
. "$(dirname "$0")/lib.sh"
drive load.py "$@"
