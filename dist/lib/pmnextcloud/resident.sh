# shellcheck shell=sh disable=SC2154
# Sourced by the launcher for --resident: the program stays and takes requests (docs/handbook/worker.md).
# It knows the launcher's root and java. A process for one event is told to start fast; this one,
# to stay small. A request that takes too much memory fails alone, and is run again by BILLmanager.

# Addresses are looked up for each request, as by a process of its own.
start_java -XX:CompileThresholdScaling=0.2 -Xmx128m -XX:ReservedCodeCacheSize=48m -Xshare:auto \
  -Dsun.net.inetaddr.ttl=0 -Dsun.net.inetaddr.negative.ttl=0 \
  -Dpmnextcloud.idle="${PMNEXTCLOUD_IDLE:-600}" -Dpmnextcloud.at_once="${PMNEXTCLOUD_AT_ONCE:-8}" \
  -jar "$root/lib/pmnextcloud/pmnextcloud.jar" --resident
