package io.github.billnextcloud.cli;

/** What was asked of us cannot be read: options, or the document on stdin. */
public final class BadRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadRequest(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
