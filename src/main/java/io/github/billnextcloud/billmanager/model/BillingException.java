package io.github.billnextcloud.billmanager.model;

import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;

/** What was asked of BILLmanager did not come true. */
public final class BillingException extends LocalizableException {

  private static final long serialVersionUID = 1L;

  /** Why, in the eyes of the one who must act. */
  public enum BillingErrorKind {
    /** The panel is not there at this moment: it restarts. */
    RESTARTING,
    /** Another operation works on the same service. */
    LOCKED,
    /** The panel understood and refused, or something of it cannot be used. */
    REFUSED,
    /** mgrctl cannot be run: nothing was asked. */
    NOT_THERE,
    /** mgrctl did not end, or said nothing: what was asked may come true yet. */
    NO_ANSWER,
    /** The database cannot be read. */
    DATABASE,
    /** The service is not there, or has no processing module. */
    NO_SERVICE,
    /** No processing module of this program has the number. */
    NO_MODULE,
    /** A stored secret cannot be decrypted with the panel's key. */
    UNREADABLE_SECRET,
    /** A secret was not typed, and none is stored for this. */
    INCOMPLETE,
    /** A signal came, or nobody waits for us any more. */
    STOPPED
  }

  private final BillingErrorKind kind;

  public BillingException(BillingErrorKind kind, Sentence sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
  }

  public BillingException(BillingErrorKind kind, Sentence sentence) {
    super(sentence);
    this.kind = kind;
  }

  /**
   * Leaves this thread interrupted: nothing that waits is to begin any more.
   *
   * @param when for the log; a person reads that nothing is lost
   */
  public static BillingException stopped(String when) {
    Thread.currentThread().interrupt();
    return new BillingException(BillingErrorKind.STOPPED, Sentence.of("panel.stopped", when));
  }

  /**
   * The panel's database refused, or could not be reached.
   *
   * @param key of the sentence that has the database's own words in it
   */
  public static BillingException ofDatabase(String key, Exception failure) {
    return new BillingException(
        BillingErrorKind.DATABASE, Sentence.of(key, sentenceOf(failure)), failure);
  }

  public BillingErrorKind kind() {
    return kind;
  }
}
