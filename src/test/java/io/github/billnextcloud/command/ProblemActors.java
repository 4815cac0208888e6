package io.github.billnextcloud.command;

import java.util.Locale;

/** Who acts on a problem, in words for the handbook. */
public final class ProblemActors {

  /** Told by the launcher itself. */
  private static final String NOT_INSTALLED = "not_installed";

  private ProblemActors() {}

  /** {@code id} is the problem's type without the program's name. */
  public static String of(String id, String language) {
    Problem.Actor actor =
        id.equals(NOT_INSTALLED)
            ? Problem.Actor.OPERATOR
            : Problem.valueOf(id.toUpperCase(Locale.ROOT)).actor();
    return language.equals("ru") ? russian(actor) : english(actor);
  }

  private static String english(Problem.Actor actor) {
    return switch (actor) {
      case BILLMANAGER -> "BILLmanager; after ten tries you";
      case TIME -> "nobody: it passes";
      case OPERATOR -> "you, now";
      case DEVELOPER -> "the developers";
    };
  }

  private static String russian(Problem.Actor actor) {
    return switch (actor) {
      case BILLMANAGER -> "BILLmanager; после десяти попыток вы";
      case TIME -> "никто: пройдёт само";
      case OPERATOR -> "вы, сразу";
      case DEVELOPER -> "разработчики";
    };
  }
}
