package io.github.billnextcloud.standin.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads mgrctl's command line: options, the function, {@code key=value} and {@code -e}. */
final class CallParser {

  /** Asks what the panel knows of a function. */
  static final String INFO = "-i";

  private final List<String> argv = new ArrayList<>();
  private final Map<String, String> params = new LinkedHashMap<>();
  private final Map<String, String> fromEnvironment = new LinkedHashMap<>();
  private String previous = "";
  private String func = "";
  private String format = "text";

  /**
   * Takes the next argument.
   *
   * @param environmentValue the value of the variable it names, if it follows {@code -e}
   */
  void next(String argument, String environmentValue) {
    argv.add(argument);
    String option = previous;
    previous = "";
    switch (option) {
      case "-m" -> {}
      case "-o" -> format = argument;
      case "-e" -> fromEnvironment(argument, environmentValue);
      case INFO -> {
        func = INFO;
        params.put("func", argument);
      }
      default -> plain(argument);
    }
  }

  private void plain(String argument) {
    if (argument.equals("-R")) {
      func = func.isEmpty() ? argument : func;
    } else if (argument.startsWith("-")) {
      previous = argument;
    } else if (func.isEmpty() || func.equals("-R")) {
      func = argument;
    } else {
      assign(argument, argument.indexOf('='));
    }
  }

  private void assign(String argument, int equals) {
    String name = equals < 0 ? argument : argument.substring(0, equals);
    params.put(name, equals < 0 ? "" : argument.substring(equals + 1));
    if (name.equals("out")) {
      format = params.get(name);
    }
  }

  /** A variable that is not set leaves the parameter out, so that the function misses it. */
  private void fromEnvironment(String argument, String value) {
    int dollar = argument.indexOf("=$");
    if (dollar < 0) {
      assign(argument, argument.indexOf('='));
      return;
    }
    String name = argument.substring(0, dollar);
    fromEnvironment.put(name, argument.substring(dollar + 2));
    if (value != null) {
      params.put(name, value);
    }
  }

  Call call(String sshConnection) {
    return new Call(argv, func, params, fromEnvironment, format, sshConnection);
  }
}
