package io.github.billnextcloud.standin.panel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A finished run of the panel's mgrctl, as a processing module would start it. */
record MgrctlRun(int exitCode, String stdout, String stderr) {

  /** Runs {@code mgrctl -m billmgr -o xml …} under a locale that knows no UTF-8. */
  static MgrctlRun of(PanelStandIn panel, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(panel.mgrctl().toString(), "-m", "billmgr", "-o", "xml"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("SSH_CONNECTION", "pmnextcloud");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    // Both streams are far smaller than a pipe holds, so one after the other can't block.
    String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String stderr = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new MgrctlRun(process.waitFor(), stdout, stderr);
  }
}
