package io.github.billnextcloud.cloud.probe;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.NewUserEmailRules;
import io.github.billnextcloud.cloud.OrphanedFiles;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserBackendName;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.VerifiedAccess;
import io.github.billnextcloud.cloud.graph.GraphCloud;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.ocs.NoOcsServerException;
import io.github.billnextcloud.cloud.ocs.OcsCloud;
import io.github.billnextcloud.secret.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cloud of whichever product, by the protocol that it speaks. What was found out before is
 * believed until an answer says otherwise. Where nothing is known OCS is tried, which most speak,
 * and costs them nothing; what does not answer so is asked, once and openly, what it is.
 */
public final class AutoDetectingCloud implements Cloud {

  private static final Logger LOG = LoggerFactory.getLogger(AutoDetectingCloud.class);

  private final CloudEndpoint server;
  private final Timeouts patience;
  private final DetectedProductCache known;
  private volatile Cloud cloud;
  private boolean detected;

  /** One of which nothing is remembered. */
  public AutoDetectingCloud(CloudEndpoint server, Timeouts patience) {
    this(server, patience, DetectedProductCache.none());
  }

  /**
   * @param known what an earlier run has found out
   */
  public AutoDetectingCloud(CloudEndpoint server, Timeouts patience, DetectedProductCache known) {
    this.server = server;
    this.patience = patience;
    this.known = known;
    this.cloud = of(known.product().orElse(""));
  }

  /** The protocol of a product; of an unknown one the older, which says when it is the wrong. */
  private Cloud of(String product) {
    return UserIdRule.OF_GRAPH.contains(product)
        ? new GraphCloud(server, product, patience)
        : new OcsCloud(server, patience);
  }

  private <T> T ask(Function<Cloud, T> question) {
    Cloud asked = cloud;
    try {
      return question.apply(asked);
    } catch (CloudException strange) {
      if (!isDoubtful(asked, strange)) {
        throw strange;
      }
      // Another thread may have found out meanwhile.
      detect();
      if (cloud.getClass() == asked.getClass()) {
        throw strange;
      }
      return question.apply(cloud);
    }
  }

  /** An answer that the product would not give, and after which nothing was done. */
  private static boolean isDoubtful(Cloud asked, CloudException strange) {
    return asked instanceof GraphCloud
        ? strange.kind() == CloudErrorKind.WRONG_ADDRESS
            || strange.kind() == CloudErrorKind.NOT_UNDERSTOOD
        : strange instanceof NoOcsServerException;
  }

  private void tell(Consumer<Cloud> change) {
    ask(
        it -> {
          change.accept(it);
          return true;
        });
  }

  private synchronized void detect() {
    if (detected) {
      return;
    }
    try {
      String product = new PublicEndpoints(server, patience).status().product();
      LOG.debug("{} is {}", server.address(), product);
      boolean graph = UserIdRule.OF_GRAPH.contains(product);
      if (graph || cloud instanceof GraphCloud) {
        cloud = of(product);
      }
      if (graph) {
        known.save(product);
      } else {
        known.delete();
      }
      detected = true;
    } catch (CloudException silent) {
      LOG.debug("what it is remains unknown: {}", silent.getMessage());
      if (silent.kind() == CloudErrorKind.UNREACHABLE) {
        // Neither is then what it seemed to say: it may be starting.
        throw silent;
      }
    }
  }

  @Override
  public Optional<CloudUser> findUser(UserId id) {
    return ask(it -> it.findUser(id));
  }

  @Override
  public CloudUser withEmail(CloudUser user) {
    return ask(it -> it.withEmail(user));
  }

  @Override
  public boolean isFree(UserId id) {
    return ask(it -> it.isFree(id));
  }

  @Override
  public void readUsers(Collection<UserId> wanted, Consumer<CloudUser> reader) {
    tell(it -> it.readUsers(wanted, reader));
  }

  @Override
  public void readUsersWithGroups(Collection<UserId> wanted, Consumer<CloudUser> reader) {
    tell(it -> it.readUsersWithGroups(wanted, reader));
  }

  @Override
  public void readAllUsers(Consumer<CloudUser> reader) {
    tell(it -> it.readAllUsers(reader));
  }

  @Override
  public Optional<CloudUser> createUser(NewUser user) {
    return ask(it -> it.createUser(user));
  }

  @Override
  public void setQuota(UserId id, Quota quota) {
    tell(it -> it.setQuota(id, quota));
  }

  @Override
  public boolean signInFirst(UserId id, Secret password, Optional<String> language) {
    return ask(it -> it.signInFirst(id, password, language));
  }

  @Override
  public void setEmail(UserId id, String email) {
    tell(it -> it.setEmail(id, email));
  }

  @Override
  public void setDisplayName(UserId id, String displayName) {
    tell(it -> it.setDisplayName(id, displayName));
  }

  @Override
  public void setLanguage(UserId id, String language) {
    tell(it -> it.setLanguage(id, language));
  }

  @Override
  public void setPassword(UserId id, Secret password) {
    tell(it -> it.setPassword(id, password));
  }

  @Override
  public void joinGroup(UserId id, String group) {
    tell(it -> it.joinGroup(id, group));
  }

  @Override
  public void leaveGroup(UserId id, String group) {
    tell(it -> it.leaveGroup(id, group));
  }

  @Override
  public Set<String> groups() {
    return ask(Cloud::groups);
  }

  @Override
  public void makeGroup(String group) {
    tell(it -> it.makeGroup(group));
  }

  @Override
  public boolean removeEmptyGroup(String group) {
    return ask(it -> it.removeEmptyGroup(group));
  }

  @Override
  public void enableUser(UserId id) {
    tell(it -> it.enableUser(id));
  }

  @Override
  public void disableUser(UserId id) {
    tell(it -> it.disableUser(id));
  }

  @Override
  public void deleteUser(UserId id) {
    tell(it -> it.deleteUser(id));
  }

  @Override
  public void deleteSoftly(UserId id) {
    tell(it -> it.deleteSoftly(id));
  }

  @Override
  public List<OrphanedFiles> leftFiles() {
    return ask(Cloud::leftFiles);
  }

  @Override
  public void deleteLeftFiles(UserId id) {
    tell(it -> it.deleteLeftFiles(id));
  }

  @Override
  public void sendWelcome(UserId id) {
    tell(it -> it.sendWelcome(id));
  }

  @Override
  public Optional<UserBackendName> backendOf(UserId id) {
    return ask(it -> it.backendOf(id));
  }

  @Override
  public void sendPasswordLink(UserId id) {
    tell(it -> it.sendPasswordLink(id));
  }

  @Override
  public boolean signsIn(UserId id, Secret password) {
    return ask(it -> it.signsIn(id, password));
  }

  @Override
  public boolean isMarked(UserId id, Secret mark) {
    return ask(it -> it.isMarked(id, mark));
  }

  @Override
  public void knock() {
    tell(Cloud::knock);
  }

  @Override
  public OptionalLong freeSpace() {
    return ask(Cloud::freeSpace);
  }

  @Override
  public String product() {
    return ask(Cloud::product);
  }

  @Override
  public boolean writesToNewUsers() {
    return ask(Cloud::writesToNewUsers);
  }

  @Override
  public NewUserEmailRules newUserRules() {
    return ask(Cloud::newUserRules);
  }

  /** Who tests what was typed has nothing to hurry for: it is asked before anybody signs in. */
  @Override
  public VerifiedAccess checkAccess() {
    detect();
    return ask(Cloud::checkAccess);
  }

  @Override
  public Optional<TeamSpaces> teamSpaces() {
    Optional<TeamSpaces> spaces = ask(Cloud::teamSpaces);
    Cloud asked = cloud;
    boolean best = spaces.filter(it -> it.offers(SpaceKind.SPACE)).isPresent();
    if (!best && asked instanceof OcsCloud) {
      // A "no" of the wrong protocol is none, and some servers have a page for every route.
      detect();
    }
    return cloud.getClass() == asked.getClass() ? spaces : cloud.teamSpaces();
  }
}
