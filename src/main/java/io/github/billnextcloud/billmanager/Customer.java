package io.github.billnextcloud.billmanager;

/**
 * Who pays: the first user of the account. Empty parts are unknown.
 *
 * @param account the account's number; 0 when it is unknown
 * @param language a code such as {@code ru}
 */
public record Customer(long account, String email, String name, String language) {

  static final Customer UNKNOWN = new Customer(0, "", "", "");
}
