package io.github.billnextcloud.standin.cloud;

/** The slow work that one request makes a server do. */
final class Work {
  private int passwordChecks;
  private int keyPairs;
  private int tokensRead;

  void checkPassword() {
    passwordChecks++;
  }

  void makeKeyPair() {
    keyPairs++;
  }

  void readToken() {
    tokensRead++;
  }

  int passwordChecks() {
    return passwordChecks;
  }

  int keyPairs() {
    return keyPairs;
  }

  int tokensRead() {
    return tokensRead;
  }
}
