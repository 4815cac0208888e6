package io.github.billnextcloud.operator.show;

import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.provisioning.team.TeamMember;
import io.github.billnextcloud.text.Language;
import java.util.Locale;

/** A service's team as part of a document. */
record TeamReport(TeamLook look, Language language) {

  void addTo(XmlBuilder document) {
    document.open("team").with("members", look.roster().active() + 1);
    look.seats().ifPresent(seats -> document.with("seats", seats));
    if (look.failure().isPresent()) {
      document.open("observed").with("error", look.failure().get().in(language));
      document.close("observed");
    } else {
      look.key().ifPresent(key -> addSpace(document, key));
      look.strangers()
          .forEach(it -> document.open("stranger").with("username", it).close("stranger"));
      look.managers().forEach(it -> document.open("manager").with("username", it).close("manager"));
    }
    look.roster().members().forEach(it -> addMember(document, it));
    document.close("team");
  }

  private void addSpace(XmlBuilder document, TeamKey key) {
    document.open("space").with("mark", key.mark());
    document.with("present", look.space().isPresent() ? "yes" : "no");
    look.space()
        .ifPresent(
            it -> {
              document.with("id", it.id()).with("access", word(it.access()));
              document.with("quota", it.quota());
              it.used().ifPresent(bytes -> document.with("stored", bytes));
            });
    document.close("space");
  }

  private void addMember(XmlBuilder document, TeamMember member) {
    document.open("member").with("username", member.id()).with("email", member.email());
    document.with("state", word(member.state()));
    member.due().ifPresent(day -> document.with("due", day));
    look.user(member)
        .filter(CloudUser::isShown)
        .ifPresent(it -> document.with("enabled", it.isEnabled() ? "yes" : "no"));
    document.close("member");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
