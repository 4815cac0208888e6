package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Localizable;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The one table from what was thrown to what it means for people.
 *
 * @param problem what it is
 * @param sentence what exactly happened
 */
public record CommandFailure(ErrorType problem, Sentence sentence) implements Localizable {

  /** After so many tries what passes by itself has not passed (contract §5.3). */
  static final long LAST_TRY = 10;

  private static final int LONGEST = 2_000;

  /** A signal has ended it, or nobody waits for the answer any more. */
  public static CommandFailure stopped() {
    return new CommandFailure(ErrorType.STOPPED, Sentence.of("command.stopped"));
  }

  /**
   * What was thrown, in the words of the one who must act. After a signal it was thrown because of
   * it, whatever it says.
   */
  public static CommandFailure of(Throwable thrown) {
    if (Thread.currentThread().isInterrupted()) {
      return stopped();
    }
    ErrorType problem = problem(thrown);
    return new CommandFailure(
        problem,
        problem.isBug()
            ? Sentence.verbatim(thrown.getClass().getSimpleName())
            : LocalizableException.sentenceOf(thrown));
  }

  /**
   * What exactly happened, in one line: it is read in the panel, the log and terminals, and much of
   * it comes from outside. An error document is one argument of mgrctl, and Linux limits those to
   * 128 KiB.
   */
  public String sentence(Language language) {
    String line = PrintableText.line(sentence.in(language));
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private static ErrorType problem(Throwable thrown) {
    if (thrown instanceof CloudException cloud) {
      return problem(cloud.kind());
    }
    if (thrown instanceof ProvisioningException refusal) {
      return problem(refusal.reason());
    }
    if (thrown instanceof BillingException billing) {
      return problem(billing.kind());
    }
    if (thrown instanceof InvalidInputException) {
      return ErrorType.REQUEST_UNREADABLE;
    }
    if (thrown instanceof UnknownCommandException) {
      return ErrorType.COMMAND_UNKNOWN;
    }
    return isOfMemory(thrown) ? ErrorType.MEMORY_EXHAUSTED : ErrorType.INTERNAL_ERROR;
  }

  /** Of one request: what it had taken is free again when it has ended. */
  private static boolean isOfMemory(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(OutOfMemoryError.class::isInstance);
  }

  private static ErrorType problem(CloudException.CloudErrorKind kind) {
    return switch (kind) {
      case UNREACHABLE -> ErrorType.CLOUD_UNREACHABLE;
      case BUSY -> ErrorType.CLOUD_BUSY;
      case THROTTLED -> ErrorType.CLOUD_THROTTLED;
      case NOT_UNDERSTOOD -> ErrorType.CLOUD_NOT_UNDERSTOOD;
      case NOT_KEPT -> ErrorType.CLOUD_NOT_AS_WANTED;
      case UNAUTHORIZED -> ErrorType.CLOUD_UNAUTHORIZED;
      case FORBIDDEN -> ErrorType.CLOUD_FORBIDDEN;
      case CERTIFICATE -> ErrorType.CLOUD_CERTIFICATE;
      case WRONG_ADDRESS -> ErrorType.CLOUD_WRONG_ADDRESS;
      case USER_EXISTS -> ErrorType.ACCOUNT_COLLISION;
      case USER_MISSING -> ErrorType.ACCOUNT_MISSING;
      case GROUP_MISSING -> ErrorType.GROUP_MISSING;
      case GROUP_FORBIDDEN -> ErrorType.GROUP_FORBIDDEN;
      case PASSWORD_REFUSED -> ErrorType.PASSWORD_REFUSED;
      case QUOTA_REFUSED, QUOTA_PENDING -> ErrorType.QUOTA_REFUSED;
      case NAME_REFUSED, EMAIL_DEMANDED, REFUSED -> ErrorType.CLOUD_REFUSED;
    };
  }

  private static ErrorType problem(ProvisioningException.Reason reason) {
    return switch (reason) {
      case COLLISION -> ErrorType.ACCOUNT_COLLISION;
      case SHARED -> ErrorType.ACCOUNT_SHARED;
      case ADMINISTRATOR -> ErrorType.ACCOUNT_ADMINISTRATOR;
      case MISSING -> ErrorType.ACCOUNT_MISSING;
      case ADMINISTRATORS_GROUP -> ErrorType.GROUP_FORBIDDEN;
      case NO_DISK -> ErrorType.DISK_MISSING;
      case BAD_DISK -> ErrorType.DISK_INVALID;
      case UNKNOWN_UNIT -> ErrorType.UNIT_UNKNOWN;
      case BAD_USERNAME -> ErrorType.USERNAME_INVALID;
      case FORBIDDEN_USERNAME -> ErrorType.USERNAME_FORBIDDEN;
      case BAD_TARIFF -> ErrorType.TARIFF_INVALID;
      case BELOW_USE -> ErrorType.QUOTA_BELOW_USE;
      case NO_LETTER -> ErrorType.LETTER_UNKNOWN;
      case BAD_SETTINGS -> ErrorType.SETTINGS_INCOMPLETE;
    };
  }

  private static ErrorType problem(BillingException.BillingErrorKind kind) {
    return switch (kind) {
      case LOCKED -> ErrorType.SERVICE_LOCKED;
      case NOT_THERE -> ErrorType.BILLING_NOT_THERE;
      case RESTARTING, REFUSED, NO_ANSWER -> ErrorType.BILLING_REFUSED;
      case DATABASE -> ErrorType.BILLING_DATABASE;
      case NO_SERVICE -> ErrorType.SERVICE_UNKNOWN;
      case NO_MODULE -> ErrorType.MODULE_UNKNOWN;
      case UNREADABLE_SECRET -> ErrorType.SECRET_UNREADABLE;
      case INCOMPLETE -> ErrorType.SETTINGS_INCOMPLETE;
      case STOPPED -> ErrorType.STOPPED;
    };
  }

  /** The same for a customer: a sentence of its own, with nothing of what happened behind it. */
  public CommandFailure forCustomer() {
    ErrorType told = problem.forCustomer();
    String word = told.name().toLowerCase(Locale.ROOT).replaceFirst("customer_", "");
    return new CommandFailure(told, Sentence.of("customer." + word));
  }

  /** True when a person has to act once it has been tried so often. */
  boolean isFinalAfter(Supplier<OptionalLong> tries) {
    return switch (problem.actor()) {
      case OPERATOR, CUSTOMER, DEVELOPER -> true;
      case BILLMANAGER -> tries.get().stream().anyMatch(tried -> tried >= LAST_TRY);
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
          BILLING_NOT_THERE,
          BILLING_REFUSED,
          BILLING_DATABASE,
          INTERNAL_ERROR ->
          true;
      default -> false;
    };
  }

  /** True when it was not understood what is to be done. */
  public boolean isOfAsking() {
    return problem == ErrorType.REQUEST_UNREADABLE || problem == ErrorType.COMMAND_UNKNOWN;
  }

  /** What stays the same in every language (contract §5.1). */
  public String id() {
    return problem.type();
  }

  /** True when nobody has to be told: it goes on by itself. */
  public boolean isStop() {
    return problem == ErrorType.STOPPED;
  }

  public boolean isBug() {
    return problem.isBug();
  }

  /** The error document (contract §5.1): the type is stable, the sentence is a param. */
  public XmlBuilder document(String object, Language language) {
    String reason = sentence(language);
    return XmlBuilder.doc()
        .open("error")
        .with("type", problem.type())
        .with("object", object)
        .param("object", object)
        .param("value", reason)
        .param("reason", reason)
        .close("error");
  }

  /** With its id, by which it can be looked for. */
  @Override
  public String in(Language language) {
    return id() + ": " + sentence(language);
  }

  /** For the log. */
  @Override
  public String toString() {
    return in(Language.EN);
  }
}
