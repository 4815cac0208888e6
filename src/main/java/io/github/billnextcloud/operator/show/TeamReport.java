package io.github.billnextcloud.operator.show;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.StaffAccounts;
import io.github.billnextcloud.provisioning.team.SeatLimit;
import io.github.billnextcloud.provisioning.team.TeamMember;
import io.github.billnextcloud.provisioning.team.TeamRoster;
import io.github.billnextcloud.provisioning.team.TeamTerms;
import io.github.billnextcloud.text.Language;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A service's team: what it shares, and who is in it, on record and in the cloud. */
record TeamReport(Service service, LocalPanel panel, Language language) {

  void addTo(XmlBuilder document) {
    if (!TeamTerms.concern(service)) {
      return;
    }
    TeamRoster roster =
        TeamRoster.parse(service.params().find(ServiceParams.TEAM_MEMBERS).orElse(""));
    document.open("team").with("members", roster.active() + 1);
    try {
      SeatLimit.of(service).ifPresent(seats -> document.with("seats", seats));
      Cloud cloud = ModuleCloud.of(service.module(), Timeouts.FORM, panel);
      Optional<TeamKey> key = TeamTerms.key(service);
      if (key.isPresent()) {
        addSpace(document, cloud.teamSpaces(), key.get(), roster);
      }
      Map<UserId, CloudUser> there =
          new Provisioner(cloud, false)
              .observeAll(roster.members().stream().map(TeamMember::id).toList());
      roster
          .members()
          .forEach(it -> addMember(document, it, Optional.ofNullable(there.get(it.id()))));
    } catch (CloudException | ProvisioningException unknown) {
      document.open("observed").with("error", CommandFailure.of(unknown).in(language));
      document.close("observed");
      roster.members().forEach(it -> addMember(document, it, Optional.empty()));
    }
    document.close("team");
  }

  private void addSpace(
      XmlBuilder document, Optional<TeamSpaces> spaces, TeamKey key, TeamRoster roster) {
    Optional<TeamSpace> space = spaces.flatMap(all -> all.find(key));
    document.open("space").with("mark", key.mark());
    document.with("present", space.isPresent() ? "yes" : "no");
    space.ifPresent(
        it -> {
          document.with("id", it.id()).with("access", word(it.access())).with("quota", it.quota());
          it.used().ifPresent(bytes -> document.with("stored", bytes));
        });
    document.close("space");
    if (space.filter(it -> it.access() != SpaceAccess.HIDDEN).isPresent()) {
      Set<UserId> inside = spaces.orElseThrow().members(space.get());
      roster
          .strangers(inside, owner(), StaffAccounts.of(service.module()))
          .forEach(it -> document.open("stranger").with("username", it).close("stranger"));
    }
  }

  private UserId owner() {
    return new UserId(service.params().find(ServiceParams.USERNAME).orElse(""));
  }

  private static void addMember(XmlBuilder document, TeamMember member, Optional<CloudUser> user) {
    document.open("member").with("username", member.id()).with("email", member.email());
    document.with("state", word(member.state()));
    member.due().ifPresent(day -> document.with("due", day));
    user.filter(CloudUser::isShown)
        .ifPresent(it -> document.with("enabled", it.isEnabled() ? "yes" : "no"));
    document.close("member");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
