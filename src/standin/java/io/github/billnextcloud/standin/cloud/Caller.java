package io.github.billnextcloud.standin.cloud;

/** Who makes a call; a null account means nobody is logged in. */
record Caller(Account account, boolean byAppPassword) {
  static final Caller NOBODY = new Caller(null, false);

  boolean isNobody() {
    return account == null;
  }

  boolean isAdmin() {
    return account != null && account.isAdmin();
  }

  boolean is(Account other) {
    return account == other;
  }
}
