package io.github.billnextcloud.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import picocli.CommandLine;

/**
 * Measures the day's count of what many services store, ours and one by one, and compares both; or,
 * when its first argument is {@code start-up}, what single events cost from a cold start; or, when
 * it is {@code clouds}, what they cost at a real cloud.
 */
public final class Bench {

  private static final String START_UP = "start-up";
  private static final String CLOUDS = "clouds";

  private Bench() {}

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(START_UP)) {
      startUp(Arrays.copyOfRange(args, 1, args.length));
    } else if (args.length > 0 && args[0].equals(CLOUDS)) {
      clouds(Arrays.copyOfRange(args, 1, args.length));
    } else {
      day(args);
    }
  }

  private static void startUp(String... args) {
    StartUpOptions options = new StartUpOptions();
    CommandLine line = new CommandLine(options).setCommandName("bench " + START_UP);
    try {
      line.parseArgs(args);
      if (options.help) {
        line.usage(System.out);
        return;
      }
      options.check();
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      try (StartUp startUp = new StartUp(options, out)) {
        startUp.measure();
      }
      System.exit(0);
    } catch (CommandLine.ParameterException | IllegalArgumentException refused) {
      System.err.println("bench: " + refused.getMessage());
      System.exit(1);
    } catch (IOException
        | InterruptedException
        | GeneralSecurityException
        | RuntimeException broken) {
      broken.printStackTrace();
      System.exit(1);
    }
  }

  private static void clouds(String... args) {
    CloudsOptions options = new CloudsOptions();
    CommandLine line = new CommandLine(options).setCommandName("bench " + CLOUDS);
    try {
      line.parseArgs(args);
      if (options.help) {
        line.usage(System.out);
        return;
      }
      options.check();
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      try (Clouds clouds = new Clouds(options, out)) {
        clouds.measure();
      }
      System.exit(0);
    } catch (CommandLine.ParameterException | IllegalArgumentException refused) {
      System.err.println("bench: " + refused.getMessage());
      System.exit(1);
    } catch (IOException | InterruptedException | RuntimeException broken) {
      broken.printStackTrace();
      System.exit(1);
    }
  }

  private static void day(String... args) {
    BenchOptions options = new BenchOptions();
    CommandLine line = new CommandLine(options).setCommandName("bench");
    try {
      line.parseArgs(args);
      if (options.help) {
        line.usage(System.out);
        return;
      }
      options.check();
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      System.exit(run(options, new Table(out)) ? 0 : 1);
    } catch (CommandLine.ParameterException | IllegalArgumentException refused) {
      System.err.println("bench: " + refused.getMessage());
      System.exit(1);
    } catch (IOException | InterruptedException | RuntimeException broken) {
      broken.printStackTrace();
      // The stand-in's database would keep this process waiting for ever.
      System.exit(1);
    }
  }

  private static boolean run(BenchOptions options, Table table)
      throws IOException, InterruptedException {
    load(table, "before");
    Day day = new Day(options, table);
    boolean agreed = day.onNextcloud();
    day.onInfiniteScale();
    day.onOwncloud();
    new PasswordChecks(table).measure(options.passwordChecks);
    load(table, "after");
    table.note(agreed ? "All figures agree." : "FIGURES DIFFER: see above.");
    return agreed;
  }

  private static void load(Table table, String when) throws IOException {
    String[] average = Files.readString(Path.of("/proc/loadavg")).split(" ");
    table.note(
        "%nload average %s: %s %s %s, on %d cores",
        when, average[0], average[1], average[2], Runtime.getRuntime().availableProcessors());
  }
}
