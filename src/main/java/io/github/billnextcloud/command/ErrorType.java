package io.github.billnextcloud.command;

import java.util.Locale;

/**
 * Everything that can go wrong in the eyes of the one who must act. The names, in lower case, are
 * the error types of contract §5.1; their texts are in the XML description.
 */
public enum ErrorType {
  CLOUD_UNREACHABLE(Actor.BILLMANAGER),
  CLOUD_BUSY(Actor.BILLMANAGER),
  CLOUD_THROTTLED(Actor.TIME),
  CLOUD_NOT_UNDERSTOOD(Actor.BILLMANAGER),
  CLOUD_NOT_AS_WANTED(Actor.BILLMANAGER),
  CLOUD_UNAUTHORIZED(Actor.OPERATOR),
  CLOUD_FORBIDDEN(Actor.OPERATOR),
  CLOUD_CERTIFICATE(Actor.OPERATOR),
  CLOUD_WRONG_ADDRESS(Actor.OPERATOR),
  CLOUD_REFUSED(Actor.OPERATOR),
  ACCOUNT_COLLISION(Actor.OPERATOR),
  ACCOUNT_SHARED(Actor.OPERATOR),
  ACCOUNT_ADMINISTRATOR(Actor.OPERATOR),
  ACCOUNT_MISSING(Actor.OPERATOR),
  GROUP_MISSING(Actor.OPERATOR),
  GROUP_FORBIDDEN(Actor.OPERATOR),
  PASSWORD_REFUSED(Actor.OPERATOR),
  QUOTA_REFUSED(Actor.OPERATOR),
  DISK_MISSING(Actor.OPERATOR),
  DISK_INVALID(Actor.OPERATOR),
  UNIT_UNKNOWN(Actor.OPERATOR),
  USERNAME_INVALID(Actor.OPERATOR),
  USERNAME_FORBIDDEN(Actor.OPERATOR),
  TARIFF_INVALID(Actor.OPERATOR),
  QUOTA_BELOW_USE(Actor.OPERATOR),
  LETTER_UNKNOWN(Actor.OPERATOR),
  SETTINGS_INCOMPLETE(Actor.OPERATOR),
  SERVICE_UNKNOWN(Actor.OPERATOR),
  MODULE_UNKNOWN(Actor.OPERATOR),
  SECRET_UNREADABLE(Actor.OPERATOR),
  SERVICE_LOCKED(Actor.BILLMANAGER),
  BILLING_NOT_THERE(Actor.BILLMANAGER),
  BILLING_REFUSED(Actor.BILLMANAGER),
  BILLING_DATABASE(Actor.BILLMANAGER),
  MEMORY_EXHAUSTED(Actor.BILLMANAGER),
  STOPPED(Actor.TIME),
  REQUEST_UNREADABLE(Actor.OPERATOR),
  COMMAND_UNKNOWN(Actor.OPERATOR),
  INTERNAL_ERROR(Actor.DEVELOPER),
  /** What a customer is told who waits for the answer; the log has the error itself. */
  CUSTOMER_LOGIN_INVALID(Actor.CUSTOMER),
  CUSTOMER_LOGIN_FORBIDDEN(Actor.CUSTOMER),
  CUSTOMER_NO_ACCOUNT(Actor.CUSTOMER),
  CUSTOMER_NOT_NOW(Actor.CUSTOMER);

  /** Who acts next. */
  public enum Actor {
    /** Runs us again by itself; after ten tries an operator acts. */
    BILLMANAGER,
    /** Nobody: it passes with time, and however often BILLmanager tries until then. */
    TIME,
    /** Corrects a setting, a tariff, an account. */
    OPERATOR,
    /** Types something else, or comes back later. */
    CUSTOMER,
    /** Mends this program: the log has the stack trace. */
    DEVELOPER
  }

  private final Actor actor;

  ErrorType(Actor actor) {
    this.actor = actor;
  }

  /** The error's type in documents, without the {@code msg_error_} of its text. */
  String type() {
    return "pmnextcloud_" + name().toLowerCase(Locale.ROOT);
  }

  public Actor actor() {
    return actor;
  }

  /** What a customer is told of this, by whom nothing can be done that only staff can do. */
  ErrorType forCustomer() {
    return switch (this) {
      case USERNAME_INVALID -> CUSTOMER_LOGIN_INVALID;
      case USERNAME_FORBIDDEN -> CUSTOMER_LOGIN_FORBIDDEN;
      case ACCOUNT_MISSING -> CUSTOMER_NO_ACCOUNT;
      default -> actor == Actor.CUSTOMER ? this : CUSTOMER_NOT_NOW;
    };
  }

  boolean isBug() {
    return actor == Actor.DEVELOPER;
  }
}
