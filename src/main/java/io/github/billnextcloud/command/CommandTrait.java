package io.github.billnextcloud.command;

/** What the one runner has to know of a command before it runs it. */
public enum CommandTrait {

  /** Changes nothing, neither in the cloud nor in the panel: locks nothing, obeys no DoNothing. */
  LOOKS_ONLY,

  /** Typed by a person, it only says what it would do, until {@code --apply} is added. */
  TOLD_UNLESS_APPLIED,

  /** Can be tried with {@code --dry-run}. */
  CAN_RUN_DRY,

  /** Runs seldom, for minutes, with a whole cloud in memory: never in the resident worker. */
  NEEDS_OWN_PROCESS,

  /** Asked by BILLmanager, it answers a customer, who is told nothing that only staff can do. */
  ANSWERS_CUSTOMER,

  /** The log would only be longer: nothing is looked at, and nothing can come of it. */
  NOT_LOGGED
}
