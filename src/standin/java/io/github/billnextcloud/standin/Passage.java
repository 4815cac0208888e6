package io.github.billnextcloud.standin;

/** Stands at the door of a stand-in: asked before something is handled and before its answer. */
@FunctionalInterface
public interface Passage {

  /** Nothing is in the way. */
  Passage OPEN = boundary -> true;

  /**
   * Whether it goes on.
   *
   * @param boundary what is about to happen, such as {@code before POST users/user_5/groups}
   */
  boolean lets(String boundary);
}
