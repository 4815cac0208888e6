package io.github.billnextcloud.billmanager;

/**
 * Who pays: the first user of the account. Empty parts are unknown.
 *
 * @param language a code such as {@code ru}
 */
public record Customer(String email, String name, String language) {

  static final Customer UNKNOWN = new Customer("", "", "");
}
