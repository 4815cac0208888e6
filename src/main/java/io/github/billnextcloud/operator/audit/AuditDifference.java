package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.safe.PrintableText;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that differs, as it is kept for the next audit: {@code SERVICE KIND LOGIN}.
 *
 * @param service its number, or {@code -}
 */
record AuditDifference(String service, AuditStatus kind, String login) {

  static Stream<AuditDifference> of(AuditRow row) {
    return row.kinds().stream()
        .filter(AuditStatus::isTrouble)
        .map(
            kind ->
                new AuditDifference(row.item("-"), kind, PrintableText.line(row.login()).strip()));
  }

  /** Empty of what another version of this program has kept. */
  static Optional<AuditDifference> parse(String line) {
    String[] words = line.split(" ", 3);
    return Arrays.stream(AuditStatus.values())
        .filter(kind -> words.length == 3 && kind.id().equals(words[1]))
        .map(kind -> new AuditDifference(words[0], kind, words[2]))
        .findFirst();
  }

  String line() {
    return service + " " + kind.id() + " " + login;
  }
}
