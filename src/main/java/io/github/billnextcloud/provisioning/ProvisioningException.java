package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;

/** What BILLmanager asked for cannot be promised: the product's own "no". */
public final class ProvisioningException extends LocalizableException {

  private static final long serialVersionUID = 1L;

  /** Why, in the eyes of the one who must act. */
  public enum Reason {
    /** The user exists in the cloud and is not this service's. */
    COLLISION,
    /** Another service has the same user. */
    SHARED,
    /** The user administers the cloud. */
    ADMINISTRATOR,
    /** The user is not there, though the service is open. */
    MISSING,
    /** The tariff names the group whose members administer the cloud. */
    ADMINISTRATORS_GROUP,
    /** The tariff has no disk add-on that we know, or more than one. */
    NO_DISK,
    /** The disk add-on's amount is no amount of space. */
    BAD_DISK,
    /** The disk add-on's unit leads to no bytes. */
    UNKNOWN_UNIT,
    /** No cloud takes this user id. */
    BAD_USERNAME,
    /** A name that customers may not have. */
    FORBIDDEN_USERNAME,
    /** A setting of the tariff's form cannot be used. */
    BAD_TARIFF,
    /** The new quota is less than what is stored already. */
    BELOW_USE,
    /** The cloud knows no letter to new users. */
    NO_LETTER,
    /** The processing module is not filled in. */
    BAD_SETTINGS
  }

  private final Reason reason;

  public ProvisioningException(Reason reason, Sentence sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
