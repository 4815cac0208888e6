package io.github.billnextcloud.operator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceStatus;
import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.provisioning.StaffAccounts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

/** Nobody is lost and nobody is counted twice. */
class ServiceAccountMatchingLawsTest {

  private static final ProcessingModule MODULE =
      new ProcessingModule(1, Map.of("base_url", "https://x", "staff_accounts", "u8"), Map.of());

  private static final Set<Integer> PROMISING = Set.of(2, 3, 5);

  private static CloudUser user(int number) {
    return user(number, new UserId("u" + number));
  }

  private static CloudUser user(int number, UserId id) {
    return new CloudUser(
        id,
        number % 2 == 0,
        Quota.ofBytes(10L << 30),
        new UserProfile("a@example.org", "Anna", "ru"),
        number == 9 ? Set.of("admin") : Set.of(),
        UserUsage.UNKNOWN);
  }

  /** One is listed, one administers the cloud. */
  private static final Set<String> STAFF = Set.of("u8", "u9");

  /** Its login is u0 … u9; status 0 … 5. */
  private static Service service(long id, int login, int status) {
    return service(id, status, Map.of("username", "u" + login, "url", "https://x"));
  }

  private static Service service(long id, String login, String stableId) {
    return service(id, 2, Map.of("username", login, "cloud_user_id", stableId, "url", "https://x"));
  }

  private static Service service(long id, int status, Map<String, String> params) {
    return new Service(
        id,
        "nextcloud",
        Optional.of(new Tariff(3, Map.of())),
        Optional.empty(),
        List.of(new AddOn("disk", AddOn.Type.INTEGER, "10", "gib")),
        new MeasureConversion(List.of()),
        Customer.of(OptionalLong.of(7), "a@example.org", "Anna", "ru"),
        new ServiceParams(params, Map.of()),
        MODULE,
        OptionalLong.empty(),
        new ServiceStatus(ItemStatus.of(OptionalLong.of(status)), false, false, true, false));
  }

  /** Where there are ids, a name that is on record twice is not one account. */
  @Example
  void whoIsGoneIsSharedByTheIdAndOnlyWithoutOneByTheName() {
    ServiceAccountMatching comparison =
        new ServiceAccountMatching(account -> false, StaffAccounts.of(MODULE));
    comparison.service(service(1, "ivan", "id-1"));
    comparison.service(service(2, "ivan", ""));
    comparison.service(service(3, "ivan", ""));
    comparison.service(service(4, "anna", "id-4"));
    comparison.service(service(5, "former", "id-4"));

    assertThat(comparison.rows())
        .extracting(AuditRow::kinds)
        .containsExactly(
            Set.of(AuditStatus.MISSING),
            Set.of(AuditStatus.SHARED),
            Set.of(AuditStatus.SHARED),
            Set.of(AuditStatus.SHARED),
            Set.of(AuditStatus.SHARED));
  }

  @Example
  void whoIsThereIsSharedAlsoWhereOneServiceLacksTheId() {
    ServiceAccountMatching comparison =
        new ServiceAccountMatching(account -> false, StaffAccounts.of(MODULE));
    comparison.user(user(1, new UserId("ivan", "id-1")));
    comparison.service(service(1, "former", "id-1"));
    comparison.service(service(2, "ivan", ""));

    assertThat(comparison.rows())
        .extracting(AuditRow::kinds)
        .containsExactly(Set.of(AuditStatus.SHARED), Set.of(AuditStatus.SHARED));
  }

  @Property(tries = 300)
  void eachServiceThatPromisesAndEachAccountIsInItsRow(
      @ForAll @UniqueElements @Size(max = 10) List<@IntRange(max = 9) Integer> users,
      @ForAll @Size(max = 12) List<@IntRange(max = 59) Integer> services) {
    ServiceAccountMatching comparison =
        new ServiceAccountMatching(account -> false, StaffAccounts.of(MODULE));
    users.forEach(number -> comparison.user(user(number)));
    Set<Long> promised = new HashSet<>();
    Set<String> claimed = new HashSet<>();
    for (int at = 0; at < services.size(); at++) {
      int login = services.get(at) % 10;
      int status = services.get(at) / 10;
      comparison.service(service(at + 1, login, status));
      if (PROMISING.contains(status)) {
        promised.add(at + 1L);
      }
      if (PROMISING.contains(status) || status == 4 && login != 8) {
        claimed.add("u" + login);
      }
    }
    List<AuditRow> rows = comparison.rows();

    List<Long> ofPromised =
        rows.stream()
            .filter(row -> row.service().isPresent() && !row.kinds().contains(AuditStatus.CLOSED))
            .map(row -> row.service().orElseThrow().id())
            .toList();
    assertThat(ofPromised).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(promised);
    Map<Set<AuditStatus>, Set<String>> alone =
        rows.stream()
            .filter(row -> row.service().isEmpty())
            .collect(
                Collectors.groupingBy(
                    AuditRow::kinds, Collectors.mapping(AuditRow::login, Collectors.toSet())));
    Map<Set<AuditStatus>, Set<String>> expected =
        users.stream()
            .map(number -> "u" + number)
            .filter(login -> !claimed.contains(login))
            .collect(
                Collectors.groupingBy(
                    login ->
                        Set.of(STAFF.contains(login) ? AuditStatus.STAFF : AuditStatus.NOT_BILLED),
                    Collectors.toSet()));
    assertThat(alone).isEqualTo(expected);
    assertThat(rows).allSatisfy(row -> assertThat(row.kinds()).isNotEmpty());
  }
}
