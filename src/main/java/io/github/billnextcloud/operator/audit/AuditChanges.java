package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.safe.KeptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has come and gone since the audit that was asked so before: it is kept for the next one, and
 * by no other, so that who looks in between takes nothing from whoever is told of what is new.
 *
 * @param since when that was; empty where there was none, and all is new
 * @param fresh rows of which something differs that did not
 * @param gone what differed, and does not any more
 */
record AuditChanges(Optional<Instant> since, List<AuditRow> fresh, List<AuditDifference> gone) {

  private static final Logger LOG = LoggerFactory.getLogger(AuditChanges.class);

  /** Bytes; for some hundred thousand differences. */
  private static final long LONGEST = 1L << 25;

  /** Of a panel's folder; whatever cannot be read is as if it were not there. */
  static AuditChanges of(Path root, ModuleAuditResult findings) {
    List<String> kept = read(file(root, findings));
    Set<AuditDifference> former =
        kept.stream()
            .skip(1)
            .flatMap(line -> AuditDifference.parse(line).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<AuditRow> fresh =
        findings.troubles().stream()
            .filter(row -> AuditDifference.of(row).anyMatch(it -> !former.contains(it)))
            .toList();
    former.removeAll(differences(findings));
    return new AuditChanges(
        kept.stream().findFirst().map(Instant::parse), fresh, List.copyOf(former));
  }

  private static List<String> read(KeptFile file) {
    try {
      List<String> lines = file.lines().orElse(List.of());
      lines.stream().findFirst().ifPresent(Instant::parse);
      return lines;
    } catch (IOException | DateTimeParseException unreadable) {
      LOG.warn("what the last audit found is of no use: {}", unreadable.toString());
      return List.of();
    }
  }

  /** For the next one. */
  static void keep(Path root, ModuleAuditResult findings) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    differences(findings).stream().map(AuditDifference::line).sorted().forEach(lines::add);
    file(root, findings).write(lines);
  }

  private static Set<AuditDifference> differences(ModuleAuditResult findings) {
    return findings.rows().stream()
        .flatMap(AuditDifference::of)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static KeptFile file(Path root, ModuleAuditResult findings) {
    String name = "var/pmnextcloud.audit/module-" + findings.module().id();
    return new KeptFile(root.resolve(name), LONGEST);
  }
}
