package io.github.billnextcloud.operator.explain;

import io.github.billnextcloud.command.ErrorType;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.util.List;
import java.util.Locale;

/**
 * All that there is to say of an error.
 *
 * @param id without the program's name: {@code cloud_busy}
 * @param shown the text that BILLmanager shows, without its reason
 * @param actor who acts next
 */
public record ErrorExplanation(String id, String shown, String cause, String remedy, String actor) {

  private static final String PREFIX = "pmnextcloud_";

  /** Told by the launcher itself, where there is no Java to tell it. */
  private static final String OF_THE_LAUNCHER = "not_installed";

  /** Of every error, sorted by id. */
  public static List<ErrorExplanation> all(Language language) {
    Messages words = Messages.of("help", language);
    ModuleErrorTexts panel = ModuleErrorTexts.in(language);
    Messages errors = Messages.of("errors", language);
    return errors.firstWords().stream()
        .map(
            id ->
                new ErrorExplanation(
                    id,
                    panel.of(PREFIX + id).replace(ModuleErrorTexts.REASON, "").strip(),
                    errors.get(id + ".cause"),
                    errors.get(id + ".remedy"),
                    words.get("explain.actor." + actor(id))))
        .toList();
  }

  private static String actor(String id) {
    ErrorType.Actor actor =
        id.equals(OF_THE_LAUNCHER)
            ? ErrorType.Actor.OPERATOR
            : ErrorType.valueOf(id.toUpperCase(Locale.ROOT)).actor();
    return actor.name().toLowerCase(Locale.ROOT);
  }

  /** As documents and the log have it: {@code pmnextcloud_cloud_busy}. */
  public String type() {
    return PREFIX + id;
  }

  /** The first sentence of what is shown. */
  public String headline() {
    int end = shown.indexOf(". ");
    return end < 0 ? shown : shown.substring(0, end + 1);
  }

  /**
   * Whether somebody who has copied this from a log or a panel, or remembers a part of it, means
   * this error.
   */
  boolean isMeantBy(String word) {
    String wanted = word.toLowerCase(Locale.ROOT).replaceFirst("^(msg_error_)?pmnextcloud_", "");
    return id.contains(wanted);
  }
}
