package io.github.billnextcloud.cloud;

import io.github.billnextcloud.secret.Secret;
import java.util.Set;

/**
 * Everything that a cloud may be told when a user is made.
 *
 * @param password blank when the user is to set one by the cloud's own mail
 * @param mark by which its maker knows it again, where the cloud has a place for that which only
 *     administrators fill; blank for none
 */
public record NewUser(
    UserId id, Secret password, Quota quota, UserProfile profile, Set<String> groups, Secret mark) {

  public NewUser(UserId id, Secret password, Quota quota, UserProfile profile, Set<String> groups) {
    this(id, password, quota, profile, groups, new Secret(""));
  }
}
