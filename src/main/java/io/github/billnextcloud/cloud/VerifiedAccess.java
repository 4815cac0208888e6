package io.github.billnextcloud.cloud;

/**
 * What a connection test found out.
 *
 * @param product for people: "Nextcloud 34.0.1", "ownCloud 10.15.2"
 * @param actingUser the account with which we work there
 */
public record VerifiedAccess(String product, UserId actingUser) {}
