package io.github.billnextcloud.cloud;

import io.github.billnextcloud.secret.Secret;
import java.util.Set;

/**
 * Everything that a cloud may be told when a user is made.
 *
 * @param password blank when the user is to set one by the cloud's own mail
 */
public record NewUser(
    UserId id, Secret password, Quota quota, Profile profile, Set<String> groups) {}
