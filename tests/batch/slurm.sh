# A mailing as a Slurm job array, on a controller and a node of its own, started here; then its shares joined.
# Where Slurm does not start (a container may forbid it) the very script runs with what Slurm tells its tasks.
own_tmp=${TMP:+no}
. "$(dirname "$0")/../lib.sh"
PATH=$PATH:/usr/sbin:/sbin
script=$ROOT/pipeline/command/mailing.sbatch
cases=$TMP/cases
"$ROOT/tests/bench/cases" 15 "$cases"
export DUFORM
mkdir "$TMP/whole"
"$DUFORM" batch -q --no-spelling -o "$TMP/whole" -d invitation "$cases" >/dev/null 2>&1
sums() { (cd "$1" && find . -name '*.pdf' -exec sha256sum {} + | sed 's, \./\([0-9]*/\)*, ,' | sort -k2); }
wanted=$(sums "$TMP/whole")

# ---- Slurm on this machine: its own key, ports and folders ----
work=$TMP/slurm
mkdir -p "$work/state" "$work/spool" "$work/log"
port=$((20000 + $$ % 20000))
stop_slurm() {
  [ ! -e "$work/slurmctld.pid" ] || scancel --me 2>/dev/null
  for daemon in slurmd slurmctld munged; do
    [ ! -s "$work/$daemon.pid" ] || kill "$(cat "$work/$daemon.pid")" 2>/dev/null
  done
  for _ in $(seq 50); do [ -e "$work/slurmctld.pid" ] || break; sleep 0.1; done
  [ -n "$own_tmp" ] || rm -rf "$TMP"
}
trap stop_slurm EXIT
write_configuration() {
  local host me; host=$(hostname -s) me=$(id -un)
  dd if=/dev/urandom of="$work/munge.key" bs=1024 count=1 2>/dev/null
  chmod 400 "$work/munge.key"
  cat >"$work/slurm.conf" <<END
ClusterName=duform
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$me
SlurmdUser=$me
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/log/slurmctld
SlurmdLogFile=$work/log/slurmd
SlurmctldPort=$port
SlurmdPort=$((port + 20000))
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
}
start_slurm() {
  command -v slurmctld >/dev/null && command -v slurmd >/dev/null && command -v munged >/dev/null || { echo "slurm is not installed"; return 1; }
  write_configuration
  export SLURM_CONF=$work/slurm.conf
  munged --force --key-file="$work/munge.key" --socket="$work/munge.socket" --pid-file="$work/munged.pid" \
    --log-file="$work/log/munged" --seed-file="$work/munge.seed" --num-threads=2 >"$work/log/out" 2>&1 || { echo "munged: $(tail -1 "$work/log/out")"; return 1; }
  # a chroot without /sys: the machine is not described, and there are no control groups to look for
  if [ ! -e /sys/devices/system/cpu ]; then
    export HWLOC_SYNTHETIC="package:1 core:$(nproc) pu:1" HWLOC_THISSYSTEM=1
    echo 'CgroupPlugin=cgroup/v1' >"$work/cgroup.conf"
  fi
  slurmctld >>"$work/log/out" 2>&1 && slurmd >>"$work/log/out" 2>&1 || { grep -h -i error "$work/log"/* | tail -1; return 1; }
  for _ in $(seq 100); do
    [ "$(sinfo -h -o %t 2>/dev/null)" = idle ] && return 0
    sleep 0.3
  done
  echo "the node is '$(sinfo -h -o %t 2>&1 | head -1)': $(grep -h -i error "$work/log"/slurm* | tail -1)"
  return 1
}
why=$(start_slurm) && slurm=yes || slurm=""
export SLURM_CONF=$work/slurm.conf
[ -n "$slurm" ] && ok "Slurm runs: $(sinfo -h -V)" || ok "SLURM DID NOT START HERE ($why): the script runs as its tasks would"

# array NUMBERS COUNT ARGUMENT...: the tasks of these numbers of an array of so many; waits for their end
array() {
  local numbers=$1 count=$2 task; shift 2
  if [ -n "$slurm" ]; then
    timeout 240 sbatch --wait --quiet --array="$numbers" --output="$work/log/task-%a" "$script" "$@"
    return
  fi
  local status=0
  for task in $(echo "$numbers" | tr ',' ' ' | sed 's/1-3/1 2 3/'); do
    SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_COUNT=$count SLURM_ARRAY_TASK_MIN=${numbers%%[-,]*} SLURM_ARRAY_TASK_MAX=${numbers##*[-,]} \
      "$script" "$@" >"$work/log/task-$task" 2>&1 || status=$?
  done
  return $status
}

status_is 0 "an array of three" array 1-3 3 "$cases" "$TMP/shares" -d invitation --no-spelling
equal "its shares together are the mailing, the same bytes" "$wanted" "$(sums "$TMP/shares")"
check "each task made some" test "$(find "$TMP/shares" -name '*.pdf' | cut -d/ -f1- | xargs -n1 dirname | sort -u | wc -l)" -eq 3
status_is 0 "joined" "$DUFORM" batch --collect --messages=en "$TMP"/shares/*
contains "all are there" "made: $(echo "$wanted" | wc -l) documents" "$TMP/.out"
contains "and none is missing" "missing: 0 cases, 0 files" "$TMP/.out"

# a part of an array, as when a node was lost
status_is 3 "half an array without the number of shares" bash -c 'SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_COUNT=2 SLURM_ARRAY_TASK_MIN=2 SLURM_ARRAY_TASK_MAX=3 "$@"' - "$script" "$cases" "$TMP/none"
export SHARES=3
status_is 0 "two of three tasks" array 1,3 2 "$cases" "$TMP/lost" -d invitation --no-spelling
status_is 4 "joined" "$DUFORM" batch --collect --messages=en "$TMP"/lost/*
contains "the share that is missing is named" "share 2/3 is missing" "$TMP/.err"
status_is 0 "its task by itself" array 2 1 "$cases" "$TMP/lost" -d invitation --no-spelling
status_is 0 "joined again" "$DUFORM" batch --collect --messages=en "$TMP"/lost/*
equal "the shares are the mailing" "$wanted" "$(sums "$TMP/lost")"
touch -d 2001-01-01 "$TMP"/lost/*/*.pdf
status_is 0 "the array again" array 1-3 3 "$cases" "$TMP/lost" -d invitation --no-spelling
equal "does nothing" "" "$(find "$TMP/lost" -name '*.pdf' -newermt 2002-01-01)"
[ "$failed" -eq 0 ]
