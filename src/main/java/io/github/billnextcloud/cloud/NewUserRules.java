package io.github.billnextcloud.cloud;

/**
 * What a cloud's settings say of users who are made there.
 *
 * @param demandsAddress whether nobody is made without an e-mail address
 * @param writes whether the cloud writes a letter to whoever is made with one
 */
public record NewUserRules(boolean demandsAddress, boolean writes) {}
