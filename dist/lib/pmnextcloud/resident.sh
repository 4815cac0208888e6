# shellcheck shell=sh disable=SC2154
# Sourced by the launcher for --resident: the program stays and takes requests (docs/handbook/worker.md).
# It knows the launcher's root and java. A process for one event is told to start fast; this one,
# to stay small. A request that takes too much memory fails alone, and is run again by BILLmanager.

# Addresses are looked up for each request, as by a process of its own.
exec "$java" -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.2 -XX:+UseSerialGC \
  -XX:-UsePerfData -Xmx128m -Xss512k -XX:ReservedCodeCacheSize=48m \
  -Xshare:auto -Xlog:disable -Xlog:all=error:stderr \
  -XX:-CreateCoredumpOnCrash -XX:ErrorFile="$root/var/pmnextcloud.crash.%p" -XX:OnError="$crashed" \
  -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 \
  -Dsun.net.inetaddr.ttl=0 -Dsun.net.inetaddr.negative.ttl=0 \
  -Dpicocli.converters.excludes='java.*' -Dpicocli.disable.closures=true \
  -Dslf4j.internal.verbosity=WARN -Dpmnextcloud.root="$root/" \
  -Dpmnextcloud.idle="${PMNEXTCLOUD_IDLE:-600}" -Dpmnextcloud.at_once="${PMNEXTCLOUD_AT_ONCE:-8}" \
  -jar "$root/lib/pmnextcloud/pmnextcloud.jar" --resident
