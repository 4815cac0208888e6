package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.ServiceParams;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.secret.Secret;

/**
 * What a service saved before its user was made, and nobody else can know: whoever answers to it
 * was made for this service, whatever happened to the answer.
 *
 * @param password blank when none is saved
 * @param closed true when the service has proven its user before, and then disabled it: who is
 *     disabled cannot sign in
 */
public record Proof(Secret password, boolean closed) {

  /** What {@link ServiceParams#UNFINISHED} says then. */
  public static final String CLOSED = "account";

  public static Proof of(Service service) {
    return new Proof(
        service.params().findSecret(ServiceParams.PASSWORD).orElse(new Secret("")),
        service.params().find(ServiceParams.UNFINISHED).filter(CLOSED::equals).isPresent());
  }

  /** True when this user answers to it; in doubt it does not. */
  boolean isGivenBy(CloudUser user, Cloud cloud) {
    return closed && !user.enabled()
        || !password.isBlank() && cloud.signsIn(user.id(), password);
  }
}
