package io.github.billnextcloud.bench;

import io.github.billnextcloud.command.Features;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One contender at one errand.
 *
 * @param answer whether what it printed is right, to the letter where it is ours
 */
record Trial(String name, Contender contender, Errand errand, Predicate<String> answer) {

  static final String HELLO = "(nothing)";
  static final String FEATURES = "features";
  static final String CHECK_HTTP = "check_connection, http";
  static final String CHECK_HTTPS = "check_connection, https";
  static final String SUSPEND_HTTP = "suspend, http";
  static final String SUSPEND_HTTPS = "suspend, https";
  static final String SUSPEND_SLOW = "suspend, https, the costs of a real cloud";
  static final String OPEN_HTTP = "open, http";
  static final String OPEN_HTTPS = "open, https";

  private static final Predicate<String> OK =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc><ok/></doc>\n"::equals;

  /**
   * All that are compared, in the order in which they are run.
   *
   * @param ours the installed module, in each way that its commands are to be measured in
   */
  static List<Trial> all(Site site, List<Contender> ours) throws IOException, InterruptedException {
    Contender installed = ours.get(0);
    Contender python = Contender.python(site);
    Contender published = Contender.published(site);
    List<Trial> all = new ArrayList<>();
    all.add(
        new Trial(HELLO, Contender.hello(site), Errand.features(), (Hello.ANSWER + "\n")::equals));
    for (Contender way : ours) {
      if (!way.name().equals(Contender.RESIDENT)) {
        all.add(new Trial(FEATURES, way, Errand.features(), Features.ANSWER::equals));
      }
    }
    Predicate<String> theirs = said -> said.contains("<feature name=\"suspend\"/>");
    all.add(new Trial(FEATURES, python, Errand.features(), theirs));
    all.add(new Trial(FEATURES, published, Errand.features(), theirs));
    Errand check = Errand.checkConnection(site.http);
    add(all, CHECK_HTTP, check, List.of(installed, python, Contender.bash(site, site.http)));
    check = Errand.checkConnection(site.https);
    add(all, CHECK_HTTPS, check, List.of(installed, python, Contender.bash(site, site.https)));
    Errand suspend = Errand.suspend(site.http);
    Contender bash = Contender.bash(site, site.http);
    add(all, SUSPEND_HTTP, suspend, List.of(installed, python, published, bash));
    suspend = Errand.suspend(site.https);
    bash = Contender.bash(site, site.https);
    add(all, SUSPEND_HTTPS, suspend, ours);
    Contender bare = BareJava.contender(site, suspend);
    add(all, SUSPEND_HTTPS, suspend, List.of(bare, python, published, bash));
    suspend = Errand.suspend(site.slow);
    add(all, SUSPEND_SLOW, suspend, List.of(installed, python, published));
    add(all, OPEN_HTTP, Errand.open(site.http), List.of(installed, python));
    add(all, OPEN_HTTPS, Errand.open(site.https), List.of(installed, python));
    return all;
  }

  private static void add(List<Trial> all, String name, Errand errand, List<Contender> contenders) {
    contenders.forEach(contender -> all.add(new Trial(name, contender, errand, OK)));
  }

  boolean isHello() {
    return name.equals(HELLO);
  }
}
