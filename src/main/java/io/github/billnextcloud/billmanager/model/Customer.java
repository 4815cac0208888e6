package io.github.billnextcloud.billmanager.model;

import java.net.IDN;

/**
 * Who pays: the first user of the account. Empty parts are unknown.
 *
 * @param account the account's number; 0 when it is unknown
 * @param language a code such as {@code ru}
 */
public record Customer(long account, String email, String name, String language) {

  public static final Customer UNKNOWN = new Customer(0, "", "", "");

  /** The e-mail address, its domain as mail servers write it: they know no letters but theirs. */
  public String mailAddress() {
    String typed = email.strip();
    int at = typed.lastIndexOf('@') + 1;
    String domain = typed.substring(at);
    if (domain.chars().allMatch(letter -> letter < 0x80)) {
      return typed;
    }
    try {
      return typed.substring(0, at) + IDN.toASCII(domain);
    } catch (IllegalArgumentException noDomain) {
      return typed;
    }
  }
}
