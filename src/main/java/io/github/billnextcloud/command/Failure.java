package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.BillingException;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.provisioning.Refusal;
import io.github.billnextcloud.safe.Printable;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The one table from what was thrown to what it means for people.
 *
 * @param problem what it is
 * @param sentence what exactly happened
 */
public record Failure(Problem problem, String sentence) {

  /** It is read in the panel, the log and terminals, and much of it comes from outside. */
  public Failure {
    sentence = Printable.line(sentence);
  }

  /** After so many tries what passes by itself has not passed (contract §5.3). */
  static final long LAST_TRY = 10;

  private static final int LONGEST = 2_000;

  /** A command that we do not have. */
  public static Failure unknownCommand(String name) {
    return new Failure(Problem.COMMAND_UNKNOWN, shortened("There is no command '" + name + "'"));
  }

  /** A signal has ended it, or nobody waits for the answer any more. */
  public static Failure stopped() {
    return new Failure(Problem.STOPPED, "Stopped; nothing is lost, run it again");
  }

  /**
   * What was thrown, in the words of the one who must act. After a signal it was thrown because of
   * it, whatever it says.
   */
  public static Failure of(Throwable thrown) {
    if (Thread.currentThread().isInterrupted()) {
      return stopped();
    }
    Problem problem = problem(thrown);
    return new Failure(
        problem,
        problem.isBug()
            ? thrown.getClass().getSimpleName()
            : shortened(String.valueOf(thrown.getMessage())));
  }

  /** An error document is one argument of mgrctl, and Linux limits those to 128 KiB. */
  private static String shortened(String sentence) {
    return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
  }

  private static Problem problem(Throwable thrown) {
    if (thrown instanceof CloudException cloud) {
      return problem(cloud.kind());
    }
    if (thrown instanceof Refusal refusal) {
      return problem(refusal.reason());
    }
    if (thrown instanceof BillingException billing) {
      return problem(billing.kind());
    }
    if (thrown instanceof BadRequest) {
      return Problem.REQUEST_UNREADABLE;
    }
    return isOfMemory(thrown) ? Problem.MEMORY_EXHAUSTED : Problem.INTERNAL_ERROR;
  }

  /** Of one request: what it had taken is free again when it has ended. */
  private static boolean isOfMemory(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(OutOfMemoryError.class::isInstance);
  }

  private static Problem problem(CloudException.Kind kind) {
    return switch (kind) {
      case UNREACHABLE -> Problem.CLOUD_UNREACHABLE;
      case BUSY -> Problem.CLOUD_BUSY;
      case THROTTLED -> Problem.CLOUD_THROTTLED;
      case NOT_UNDERSTOOD -> Problem.CLOUD_NOT_UNDERSTOOD;
      case NOT_KEPT -> Problem.CLOUD_NOT_AS_WANTED;
      case UNAUTHORIZED -> Problem.CLOUD_UNAUTHORIZED;
      case FORBIDDEN -> Problem.CLOUD_FORBIDDEN;
      case CERTIFICATE -> Problem.CLOUD_CERTIFICATE;
      case WRONG_ADDRESS -> Problem.CLOUD_WRONG_ADDRESS;
      case USER_EXISTS -> Problem.ACCOUNT_COLLISION;
      case USER_MISSING -> Problem.ACCOUNT_MISSING;
      case GROUP_MISSING -> Problem.GROUP_MISSING;
      case GROUP_FORBIDDEN -> Problem.GROUP_FORBIDDEN;
      case PASSWORD_REFUSED -> Problem.PASSWORD_REFUSED;
      case QUOTA_REFUSED -> Problem.QUOTA_REFUSED;
      case NAME_REFUSED, EMAIL_DEMANDED, REFUSED -> Problem.CLOUD_REFUSED;
    };
  }

  private static Problem problem(Refusal.Reason reason) {
    return switch (reason) {
      case COLLISION -> Problem.ACCOUNT_COLLISION;
      case SHARED -> Problem.ACCOUNT_SHARED;
      case ADMINISTRATOR -> Problem.ACCOUNT_ADMINISTRATOR;
      case MISSING -> Problem.ACCOUNT_MISSING;
      case ADMINISTRATORS_GROUP -> Problem.GROUP_FORBIDDEN;
      case NO_DISK -> Problem.DISK_MISSING;
      case BAD_DISK -> Problem.DISK_INVALID;
      case UNKNOWN_UNIT -> Problem.UNIT_UNKNOWN;
      case BAD_USERNAME -> Problem.USERNAME_INVALID;
      case FORBIDDEN_USERNAME -> Problem.USERNAME_FORBIDDEN;
      case BAD_TARIFF -> Problem.TARIFF_INVALID;
      case BELOW_USE -> Problem.QUOTA_BELOW_USE;
      case NO_LETTER -> Problem.LETTER_UNKNOWN;
      case BAD_SETTINGS -> Problem.SETTINGS_INCOMPLETE;
    };
  }

  private static Problem problem(BillingException.Kind kind) {
    return switch (kind) {
      case LOCKED -> Problem.SERVICE_LOCKED;
      case RESTARTING, REFUSED, NO_ANSWER -> Problem.BILLING_REFUSED;
      case DATABASE -> Problem.BILLING_DATABASE;
      case NO_SERVICE -> Problem.SERVICE_UNKNOWN;
      case NO_MODULE -> Problem.MODULE_UNKNOWN;
      case UNREADABLE_SECRET -> Problem.SECRET_UNREADABLE;
      case INCOMPLETE -> Problem.SETTINGS_INCOMPLETE;
      case STOPPED -> Problem.STOPPED;
    };
  }

  /** True when a person has to act once it has been tried so often. */
  boolean isFinalAfter(LongSupplier tries) {
    return switch (problem.actor()) {
      case OPERATOR, DEVELOPER -> true;
      case BILLMANAGER -> tries.getAsLong() >= LAST_TRY;
      case TIME -> false;
    };
  }

  /** True when it may come of what this process knows of the panel, or of its own state. */
  boolean isOfPanel() {
    return switch (problem) {
      case SERVICE_UNKNOWN,
          MODULE_UNKNOWN,
          SETTINGS_INCOMPLETE,
          SECRET_UNREADABLE,
          BILLING_REFUSED,
          BILLING_DATABASE,
          INTERNAL_ERROR ->
          true;
      default -> false;
    };
  }

  /** True when it was not understood what is to be done. */
  public boolean isOfAsking() {
    return problem == Problem.REQUEST_UNREADABLE || problem == Problem.COMMAND_UNKNOWN;
  }

  /** What stays the same in every language (contract §5.1). */
  public String id() {
    return problem.type();
  }

  /** True when nobody has to be told: it goes on by itself. */
  public boolean isStop() {
    return problem == Problem.STOPPED;
  }

  public boolean isBug() {
    return problem.isBug();
  }

  /** The error document (contract §5.1): the type is stable, the sentence is a param. */
  public XmlOut document(String object) {
    return XmlOut.doc()
        .open("error")
        .with("type", problem.type())
        .with("object", object)
        .param("object", object)
        .param("value", sentence)
        .param("reason", sentence)
        .close("error");
  }

  /** For the log. */
  @Override
  public String toString() {
    return problem.type() + ": " + sentence;
  }
}
