package io.github.billnextcloud.billmanager.model;

import java.net.IDN;
import java.util.OptionalLong;

/**
 * Who pays: the first user of the account. Empty parts are unknown.
 *
 * @param account the account's number, where it is known
 * @param language a code such as {@code ru}
 */
public record Customer(OptionalLong account, String email, String name, String language) {

  public static final Customer UNKNOWN = new Customer(OptionalLong.empty(), "", "", "");

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
