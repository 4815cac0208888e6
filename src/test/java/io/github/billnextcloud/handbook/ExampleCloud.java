package io.github.billnextcloud.handbook;

import io.github.billnextcloud.app.Commands;
import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A cloud with some groups, and a panel that knows them: the program answers as for a real one. */
final class ExampleCloud implements AutoCloseable {

  private static final List<String> GROUPS = List.of("basic", "pro", "read-only", "team");

  private final CloudStandIn cloud;
  private final PanelStandIn panel;
  private final String module;

  private ExampleCloud(CloudStandIn cloud, PanelStandIn panel) {
    this.cloud = cloud;
    this.panel = panel;
    this.module =
        Long.toString(
            panel.addModule(
                Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
                Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD)));
  }

  static ExampleCloud start(Path folder) throws IOException {
    CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_34);
    GROUPS.forEach(cloud::addGroup);
    ExampleCloud example = new ExampleCloud(cloud, PanelStandIn.start(folder));
    example.ask("get_server_config", "");
    return example;
  }

  /** What the program hands back of a form, with its choices. */
  XmlElement tuned(String command, String form) {
    return XmlElement.parse(stream(ask(command, form)));
  }

  private String ask(String command, String stdin) {
    Invocation asked = Invocation.parse("--command", command, "--module", module);
    CommandContext event =
        new CommandContext(
            asked, stream(stdin), new LocalPanel(panel.root()), TerminalProgress.none());
    return Commands.find(command).orElseThrow().run(event).text();
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    panel.close();
    cloud.close();
  }
}
