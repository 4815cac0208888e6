package io.github.billnextcloud.standin.cloud;

/** Ends the handling of a request early with the answer it carries. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Answer answer;

  Refused(Answer answer) {
    super(null, null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
