package io.github.billnextcloud.operator.leaving;

import io.github.billnextcloud.secret.Secret;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines of the log for one customer: other customers' services have no numbers there, and a secret
 * that got into one after all is masked.
 *
 * @param own the numbers of the customer's services
 */
record DossierLogRedactor(Set<Long> own, List<Secret> secrets) {

  private static final Pattern SERVICE = Pattern.compile("\\b(services?) (\\d{1,18})\\b");

  String of(String line) {
    String text =
        SERVICE
            .matcher(line)
            .replaceAll(
                it ->
                    own.contains(Long.valueOf(it.group(2))) ? it.group() : it.group(1) + " \u2026");
    for (Secret secret : secrets) {
      if (!secret.isBlank()) {
        text = text.replace(secret.reveal(), Secret.MASK);
      }
    }
    return text;
  }
}
