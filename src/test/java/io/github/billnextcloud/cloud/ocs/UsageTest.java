package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserUsage;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users store and when they were here, as the servers tell it. */
class UsageTest extends OnTheWire {

  @ParameterizedTest
  @CsvSource({
    "nc28-fresh, 0, ",
    "nc29-fresh, 0, ",
    "nc34-fresh, 0, ",
    "nc28-disabled, 0, ",
    "nc34-disabled, 0, ",
    "nc28-after-login, 17323471, 1795392367000",
    "nc29-after-login, 17323471, 1795392359000",
    "nc34-after-login, 20174294, 1795392349000",
    "nc28-five-gb, 17323471, 1795393149000",
    "nc34-five-gb, 20174294, 1795393145000"
  })
  void usageWhenNextcloudListsUsersIsAsRecorded(String recorded, long bytes, Long millis) {
    assertThat(listed(UserList.member("ann", recorded)).usage()).isEqualTo(usage(bytes, millis));
  }

  @ParameterizedTest
  @CsvSource({
    "nc28-fresh, 0, ",
    "nc34-after-login, 20174294, 1795392349000",
    "oc10-after-login, 4688574, 1795392373000"
  })
  void usageWhenOneUserIsAskedForIsAsRecorded(String recorded, long bytes, Long millis) {
    assertThat(asked(Recorded.body(recorded)).usage()).isEqualTo(usage(bytes, millis));
  }

  @Test
  void usageWhenOwnCloudsUserWasNeverHereIsUnknown() {
    assertThat(asked(Recorded.body("oc10-fresh")).usage())
        .isEqualTo(new UserUsage(OptionalLong.empty(), Optional.empty(), true));
  }

  @Test
  void usageWhenNextcloudCannotReadAUserIsUnknown() {
    assertThat(listed("\"x\":{\"id\":\"x\"}"))
        .returns("x", user -> user.id().value())
        .returns(UserUsage.UNKNOWN, CloudUser::usage)
        .returns(Quota.UNKNOWN, CloudUser::quota)
        .returns(false, CloudUser::isShown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "\"x\"", "7", "{}"})
  void usageWhenAUserIsNoUserIsUnknown(String data) {
    assertThat(listed("\"x\":" + data))
        .returns("x", user -> user.id().value())
        .returns(UserUsage.UNKNOWN, CloudUser::usage);
  }

  @Test
  void userWhenListedIsReadWithQuotaAndGroups() {
    String member =
        UserList.member("Ann", "nc34-five-gb")
            .replace("\"id\":\"ann\"", "\"id\":\"Ann\"")
            .replace("\"groups\":[]", "\"groups\":{\"1\":\"admin\",\"3\":\"b\"}");

    assertThat(listed(member))
        .returns("Ann", user -> user.id().value())
        .returns(true, CloudUser::isEnabled)
        .returns(Quota.ofBytes(5_368_709_120L), CloudUser::quota)
        .returns(Set.of("admin", "b"), CloudUser::groups);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0              | 0",
        "\"17\"         | 17",
        "5368709120     | 5368709120",
        "1.5e3          | 1500",
        "-1             | ",
        "\"\"           | ",
        "\"5 GB\"       | ",
        "null           | ",
        "[]             | ",
        "true           | "
      })
  void usageWhenStoredBytesAreWrittenSoReadsThem(String used, Long bytes) {
    OptionalLong expected = bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);

    assertThat(listed("\"x\":{\"quota\":{\"used\":" + used + "}}").usage().bytes())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"lastLogin\":1795392349000                             | 1795392349000",
        "\"lastLogin\":1795392349000,\"last_login\":1            | 1795392349000",
        "\"last_login\":1795392373                               | 1795392373000",
        "\"last_login\":\"1795392373\"                           | 1795392373000",
        "\"lastLogin\":0                                         | ",
        "\"last_login\":0                                        | ",
        "\"lastLogin\":-1                                        | ",
        "\"lastLogin\":null                                      | ",
        "\"lastLogin\":false                                     | "
      })
  void usageWhenLastLoginIsWrittenSoReadsIt(String field, Long millis) {
    assertThat(listed("\"x\":{" + field + "}").usage().lastLogin())
        .isEqualTo(Optional.ofNullable(millis).map(Instant::ofEpochMilli));
  }

  /** Who signed in before the server counted has not never signed in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"lastLogin\":0                                         | true",
        "\"last_login\":0                                        | true",
        "\"lastLogin\":0,\"firstLoginTimestamp\":0               | true",
        "\"lastLogin\":0,\"firstLoginTimestamp\":-1              | false",
        "\"lastLogin\":0,\"firstLoginTimestamp\":\"-1\"          | false",
        "\"lastLogin\":1795392349000                             | false",
        "\"lastLogin\":-1                                        | false",
        "\"lastLogin\":null                                      | false",
        "\"enabled\":true                                        | false"
      })
  void usageWhenNobodyWasEverThereSaysSo(String field, boolean never) {
    assertThat(listed("\"x\":{" + field + "}").usage().neverSignedIn()).isEqualTo(never);
  }

  private static UserUsage usage(long bytes, Long millis) {
    return new UserUsage(
        OptionalLong.of(bytes),
        Optional.ofNullable(millis).map(Instant::ofEpochMilli),
        millis == null);
  }

  private static CloudUser listed(String member) {
    SERVER.stubFor(UserList.page(0).willReturn(json(UserList.users(member))));
    SERVER.stubFor(UserList.page(250).willReturn(json(UserList.nobody())));
    return UserList.all(cloud()).get(0);
  }

  private static CloudUser asked(String body) {
    SERVER.stubFor(get(user("")).willReturn(json(body)));
    SERVER.stubFor(get(user("/groups")).willReturn(json(Recorded.ownCloudGroups("[]"))));
    return cloud().findUser(ANN).orElseThrow();
  }
}
