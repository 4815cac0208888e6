package io.github.billnextcloud.standin.cloud;

/** Who makes a call; a null account means nobody is logged in. */
record Caller(Account account, Session session) {
  static final Caller NOBODY = new Caller(null, null);

  boolean isNobody() {
    return account == null;
  }

  boolean isAdmin() {
    return account != null && account.isAdmin();
  }

  boolean is(Account other) {
    return account == other;
  }

  /** Whether Nextcloud lets this caller write without asking for the password first. */
  boolean mayWrite(State state) {
    if (session == null || session.confirmed(state.now())) {
      return session != null;
    }
    // For some versions a session that has no row of its own needs no confirmation.
    boolean noRow = session.token() == null || session.token().app();
    return state.flavour == Flavour.NEXTCLOUD_29 && noRow;
  }
}
