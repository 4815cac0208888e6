package io.github.billnextcloud.conversation;

import io.github.billnextcloud.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a program and waits for it. */
public record ProgramRun(int exitCode, String stdout, String stderr) {

  public static ProgramRun run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("stderr", "");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    String stderr = Files.readString(errors);
    Files.delete(errors);
    return new ProgramRun(exitCode, stdout, stderr);
  }

  /** The same in this JVM, without stdin: what is on stderr is there, too. */
  public static ProgramRun here(Path root, String... args) {
    PrintStream stderr = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int exitCode = Main.run(InputStream.nullInputStream(), said, root, args);
      return new ProgramRun(
          exitCode,
          said.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(stderr);
    }
  }

  /** The fat jar on the Java that runs this test. */
  public static ProgramRun jar(List<String> options, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", Path.of("target", "pmnextcloud.jar").toString()));
    command.addAll(List.of(args));
    return run(Path.of("."), Map.of(), command.toArray(String[]::new));
  }
}
