package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rows as one file for a browser, which needs nothing else. */
record AuditHtml(ModuleAuditResult findings, Language language) {

  String text() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("module", findings.module().id());
    data.put("name", findings.names().module().orElse(""));
    data.put("address", findings.module().setting("base_url"));
    data.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    Map<String, String> words = new LinkedHashMap<>();
    for (AuditStatus kind : AuditStatus.values()) {
      words.put(kind.id(), kind.words().in(language));
    }
    data.put("kinds", words);
    data.put("units", Sentence.of("quota.units").in(language));
    List<Map<String, Object>> rows = new AuditJson(findings, language).rows();
    for (int at = 0; at < rows.size(); at++) {
      addQuota(rows.get(at), findings.rows().get(at));
    }
    data.put("rows", rows);
    return template()
        .replace("{{lang}}", language == Language.RU ? "ru" : "en")
        .replace("{{data}}", inScript(AuditJson.written(data)));
  }

  /** To be read in this language, and to be sorted by, whatever its unit. */
  private void addQuota(Map<String, Object> fields, AuditRow row) {
    row.quota()
        .ifPresent(
            quota -> {
              fields.put("quota", quota.in(language));
              quota.bytes().ifPresent(bytes -> fields.put("quota_bytes", bytes));
              if (quota.isUnlimited()) {
                fields.put("quota_bytes", Long.MAX_VALUE);
              }
            });
  }

  /** No name of a user may end the script, or begin another. */
  static String inScript(String json) {
    return PrintableText.line(json)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }

  private static String template() {
    try (InputStream page = AuditHtml.class.getResourceAsStream("audit.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
