package io.github.billnextcloud.billmanager.model;

import java.net.IDN;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who pays: the first user of the account.
 *
 * @param account the account's number, where it is known
 * @param language a code such as {@code ru}
 */
public record Customer(
    OptionalLong account,
    Optional<String> email,
    Optional<String> name,
    Optional<String> language) {

  public static final Customer UNKNOWN = of(OptionalLong.empty(), "", "", "");

  /** As panels and documents tell it, where what is blank is not known. */
  public static Customer of(OptionalLong account, String email, String name, String language) {
    return new Customer(account, told(email), told(name), told(language));
  }

  private static Optional<String> told(String text) {
    return Optional.of(text.strip()).filter(it -> !it.isEmpty());
  }

  /** The e-mail address, its domain as mail servers write it: they know no letters but theirs. */
  public Optional<String> mailAddress() {
    return email.map(Customer::mailAddress);
  }

  private static String mailAddress(String typed) {
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
