package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A cloud that lives in memory, and the one who brings it in line; the wire between is real. */
abstract class WithCloud {

  static final Secret PASSWORD = new Secret("Word-of-the-customer-1");
  static final OwnershipProof PROOF = new OwnershipProof(PASSWORD, PASSWORD, false);
  static final AccountOwnership ANN =
      new AccountOwnership(new UserId("ann"), true, OptionalLong.empty());
  static final AccountOwnership STRANGER =
      new AccountOwnership(new UserId("ann"), false, OptionalLong.empty());
  static final Quota TEN = Quota.ofBytes(10L << 30);
  static final UserProfile PROFILE = new UserProfile("ann@example.org", "Ann Lee", "ru");

  CloudStandIn cloud;
  Provisioner provisioner;

  @BeforeEach
  void start() {
    start(Flavour.NEXTCLOUD_29);
  }

  private void start(Flavour flavour) {
    cloud = CloudStandIn.start(flavour);
    cloud.addGroup("pro");
    provisioner = provisioner(false);
  }

  /** The same in another product. */
  void in(Flavour flavour) {
    stop();
    start(flavour);
  }

  Provisioner provisioner(boolean makesGroups) {
    ProcessingModule module =
        new ProcessingModule(
            1,
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", new Secret(CloudStandIn.ADMIN_PASSWORD)));
    return new Provisioner(CloudFactory.of(module, Timeouts.FORM), makesGroups);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  static WantedAccount wanted() {
    return wanted(TEN, Set.of("pro"));
  }

  static WantedAccount wanted(Quota quota, Set<String> groups) {
    return new WantedAccount(ANN, quota, PROFILE, groups, Set.of(), Set.of("basic"), false, false);
  }

  /** As wanted, but for what a test changes. */
  Account ann() {
    Account ann = cloud.addAccount("ann");
    ann.setQuota("10 GB");
    ann.setEmail("ann@example.org");
    ann.setDisplayName("Ann Lee");
    ann.setLanguage("ru");
    ann.groups().add("pro");
    return ann;
  }

  void strike(String method, Fault fault) {
    cloud.fault(request -> request.method().equals(method), fault);
  }

  List<String> writes() {
    return cloud.writes().stream().map(Request::line).toList();
  }

  static CloudException failure(ThrowingCallable call) {
    return catchThrowableOfType(CloudException.class, call);
  }

  static ProvisioningException.Reason reason(ThrowingCallable call) {
    ProvisioningException refusal = catchThrowableOfType(ProvisioningException.class, call);
    return refusal == null ? null : refusal.reason();
  }
}
