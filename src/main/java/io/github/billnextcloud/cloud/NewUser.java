package io.github.billnextcloud.cloud;

import io.github.billnextcloud.secret.Secret;
import java.util.Set;

/** Everything that a cloud may be told when a user is made. */
public record NewUser(
    UserId id, Secret password, Quota quota, Profile profile, Set<String> groups) {}
