package io.github.billnextcloud.operator.doctor;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository.OurModule;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** All that was found, for a person or for a program. */
record DoctorReport(Path root, List<OurModule> modules, List<CheckResult> results) {

  private static final int NAME_WIDTH = 22;

  /** 1 when something failed, 2 when there are only warnings, 0 when all is well. */
  int exitCode() {
    if (count(CheckStatus.FAILED) > 0) {
      return 1;
    }
    return count(CheckStatus.WARNING) > 0 ? 2 : 0;
  }

  private long count(CheckStatus state) {
    return results.stream().filter(result -> result.state() == state).count();
  }

  /** A line a check, and below what is not well the one thing to do. */
  String story(Language language) {
    StringBuilder story = new StringBuilder();
    OptionalLong part = OptionalLong.empty();
    for (CheckResult result : results) {
      if (story.isEmpty() || !result.module().equals(part)) {
        part = result.module();
        story.append(story.isEmpty() ? "" : "\n");
        story.append(heading(part).in(language)).append('\n');
      }
      append(story, result, language);
    }
    return story.append('\n').append(sum().in(language)).append('\n').toString();
  }

  private Sentence heading(OptionalLong module) {
    return module.isEmpty()
        ? Sentence.of("doctor.heading_host", root)
        : Sentence.of("doctor.heading_module", module.getAsLong(), name(module.getAsLong()));
  }

  private String name(long module) {
    return modules.stream()
        .filter(it -> it.id() == module)
        .map(OurModule::name)
        .findFirst()
        .orElse("");
  }

  private static void append(StringBuilder story, CheckResult result, Language language) {
    String name = result.check().name().in(language);
    story.append("  ").append(result.state().mark()).append(' ').append(name);
    story.append(" ".repeat(Math.max(2, NAME_WIDTH - name.length())));
    story.append(result.finding().found().in(language)).append('\n');
    Sentence remedy = result.finding().remedy();
    if (!remedy.isEmpty()) {
      story.append("      → ").append(remedy.in(language)).append('\n');
    }
  }

  private Sentence sum() {
    return Sentence.of(
        "doctor.sum",
        count(CheckStatus.FAILED),
        count(CheckStatus.WARNING),
        count(CheckStatus.SKIPPED),
        count(CheckStatus.FINE));
  }

  /** One object; what has no module is about the host. */
  String json(Language language) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("root", root.toString());
    document.put("exit_code", exitCode());
    for (CheckStatus state : CheckStatus.values()) {
      document.put(state.word(), count(state));
    }
    List<Map<String, Object>> checks = new ArrayList<>();
    results.forEach(result -> checks.add(fields(result, language)));
    document.put("checks", checks);
    try {
      return PrintableText.json(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(document))
          + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Map<String, Object> fields(CheckResult result, Language language) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", result.check().id());
    result.module().ifPresent(module -> fields.put("module", module));
    fields.put("state", result.state().word());
    fields.put("name", result.check().name().in(language));
    fields.put("found", result.finding().found().in(language));
    fields.put("remedy", result.finding().remedy().in(language));
    return fields;
  }
}
