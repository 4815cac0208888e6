package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.ServedTariff;
import io.github.billnextcloud.cloud.AdminRightsProbe;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.probe.DirectoryHabit;
import io.github.billnextcloud.provisioning.SoldQuotaCalculator;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.TariffSettings.PasswordRule;
import io.github.billnextcloud.provisioning.TariffSettings.SuspendStyle;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** What tariffs promise and this cloud cannot do, said before the first order is refused. */
record TariffFeasibilityCheck(ModuleCheckContext visit) {

  /** Each that cannot be kept; none when all can. */
  List<Sentence> broken() {
    List<ServedTariff> tariffs = visit.tariffs();
    if (tariffs.isEmpty()) {
      return List.of();
    }
    AdminRightsProbe access = visit.way().access();
    boolean disables = access.disables(visit.actingUser());
    OptionalLong largest = access.largestQuota();
    List<Sentence> broken = new ArrayList<>();
    for (ServedTariff tariff : tariffs) {
      TariffSettings terms = new TariffSettings(tariff.terms());
      boolean mails = terms.passwordRule() == PasswordRule.MAIL && !terms.usesDirectory();
      if (mails && !isNextcloud()) {
        broken.add(of(tariff, Sentence.of("product.mails_no_link", product())));
      }
      if (!disables && terms.suspendStyle() == SuspendStyle.DISABLE) {
        broken.add(of(tariff, Sentence.of("doctor.disables_nobody")));
      }
      if (terms.ownerManages()) {
        ownersManage()
            .ifPresent(why -> broken.add(of(tariff, Sentence.of("doctor.owner_manages", why))));
      }
      if (largest.isPresent() && sellsMore(tariff, terms, largest.getAsLong())) {
        broken.add(of(tariff, Sentence.of("doctor.largest_quota", largest.getAsLong())));
      }
    }
    return broken;
  }

  /** Why not; empty where all accounts are one team's, or the product lets him harm nobody else. */
  private Optional<Sentence> ownersManage() {
    Set<UserId> ofTheOnlyTeam =
        visit.accountsOfOnlyService().stream().map(UserId::new).collect(Collectors.toSet());
    return visit
        .way()
        .cloud()
        .teamSpaces()
        .flatMap(spaces -> spaces.objectionToManagers(ofTheOnlyTeam));
  }

  /**
   * What is sold to teams.
   *
   * @param taken what each tariff's team gets of this cloud
   * @param broken what no team can be sold by
   * @param lacks whether it is spaces that the cloud has not
   */
  record TeamOffers(List<Sentence> taken, List<Sentence> broken, boolean lacks) {}

  TeamOffers teams() {
    List<Sentence> taken = new ArrayList<>();
    List<Sentence> broken = new ArrayList<>();
    boolean lacks = false;
    for (ServedTariff tariff : visit.tariffs()) {
      TariffSettings terms = new TariffSettings(tariff.terms());
      if (!terms.sellsTeams()) {
        continue;
      }
      SpaceKind kind = kind(terms);
      if (!offers(kind)) {
        lacks |= kind == SpaceKind.SPACE;
        broken.add(of(tariff, Sentence.of("doctor.teams_impossible", product())));
      }
      if (terms.suspendStyle() == SuspendStyle.GROUP) {
        broken.add(of(tariff, Sentence.of("doctor.teams_by_no_group")));
      }
      if (sellsMore(tariff, terms, Long.MAX_VALUE)) {
        broken.add(of(tariff, Sentence.of("product.pool_has_no_limit")));
      }
      String typed = terms.team().name().toLowerCase(Locale.ROOT);
      taken.add(Sentence.of("doctor.teams_share", tariff.name(), typed, shared(kind)));
    }
    return new TeamOffers(taken, broken, lacks);
  }

  /** As an order of the tariff would take it. */
  private SpaceKind kind(TariffSettings terms) {
    return switch (terms.team()) {
      case OFF, SPACE -> SpaceKind.SPACE;
      case SHARED_FOLDER -> SpaceKind.SHARED_FOLDER;
      case AUTO -> offers(SpaceKind.SPACE) ? SpaceKind.SPACE : SpaceKind.SHARED_FOLDER;
    };
  }

  private boolean offers(SpaceKind kind) {
    return visit.way().cloud().teamSpaces().filter(it -> it.offers(kind)).isPresent();
  }

  private Sentence shared(SpaceKind kind) {
    if (kind == SpaceKind.SHARED_FOLDER) {
      return Sentence.of("doctor.shared_folder");
    }
    return Sentence.of(
        visit.status().speaksGraph() ? "doctor.project_space" : "doctor.team_folder");
  }

  private boolean sellsMore(ServedTariff tariff, TariffSettings terms, long bytes) {
    return SoldQuotaCalculator.sellsMoreThan(
        bytes, terms, tariff.sold(), visit.settings(), tariff.measures());
  }

  /** What only the user may choose there, and what an owner may do to his own; orders go on. */
  List<Sentence> overlooked() {
    List<Sentence> overlooked = new ArrayList<>();
    List<String> ofDirectories = new ArrayList<>();
    for (ServedTariff tariff : visit.tariffs()) {
      TariffSettings terms = new TariffSettings(tariff.terms());
      if (!isNextcloud() && terms.fixesLanguage()) {
        overlooked.add(of(tariff, Sentence.of("doctor.language_is_the_users", product())));
      }
      if (terms.ownerManages()) {
        overlooked.add(of(tariff, Sentence.of("doctor.owner_manages_his_own")));
      }
      if (terms.usesDirectory()) {
        ofDirectories.add(tariff.name());
      }
    }
    if (!ofDirectories.isEmpty()) {
      String names = String.join(", ", ofDirectories);
      directories().forEach(it -> overlooked.add(Sentence.of("doctor.tariff_unusable", names, it)));
    }
    return overlooked;
  }

  /** What of a directory's accounts is not ours to set, or to see. */
  private List<Sentence> directories() {
    if (!isNextcloud()) {
      return List.of(Sentence.of("doctor.directory_untold", product()));
    }
    List<Sentence> told = new ArrayList<>();
    visit
        .way()
        .habitsOfDirectories()
        .forEach((habit, where) -> told.add(Sentence.of(key(habit), where)));
    return told;
  }

  private static String key(DirectoryHabit habit) {
    return switch (habit) {
      case QUOTA -> "doctor.directory_quota";
      case QUOTA_CLAIM -> "doctor.directory_quota_claim";
      case GROUPS -> "doctor.directory_groups";
      case HASHED_LOGINS -> "doctor.directory_hashes";
    };
  }

  private static Sentence of(ServedTariff tariff, Sentence what) {
    return Sentence.of("doctor.tariff_unusable", tariff.name(), what);
  }

  private boolean isNextcloud() {
    return product().equals(UserIdRule.NEXTCLOUD);
  }

  private String product() {
    return visit.status().product();
  }
}
