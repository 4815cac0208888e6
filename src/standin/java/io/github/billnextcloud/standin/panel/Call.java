package io.github.billnextcloud.standin.panel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * One mgrctl call as the panel received it.
 *
 * @param argv the arguments exactly as given, {@code -m billmgr -o xml} included
 * @param func the function; {@code -R} for a bare restart, empty if there was none
 * @param params all parameters in order, those from the environment with their values
 * @param fromEnvironment parameter name to the environment variable that {@code -e} named
 * @param format the value of {@code -o} or of the parameter {@code out}
 * @param sshConnection the caller's SSH_CONNECTION, null if it was not set
 */
public record Call(
    List<String> argv,
    String func,
    Map<String, String> params,
    Map<String, String> fromEnvironment,
    String format,
    String sshConnection) {

  /** Makes the maps read-only; their order is kept. */
  public Call {
    argv = List.copyOf(argv);
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    fromEnvironment = Collections.unmodifiableMap(new LinkedHashMap<>(fromEnvironment));
  }

  /** The value of a parameter, empty if it was not given. */
  public String param(String name) {
    return params.getOrDefault(name, "");
  }

  boolean confirmed() {
    return param("sok").equals("ok");
  }

  /** Function and parameters on one line; values from the environment appear as {@code $NAME}. */
  public String line() {
    StringJoiner line = new StringJoiner(" ").add(func);
    params.forEach(
        (name, value) ->
            line.add(
                fromEnvironment.containsKey(name)
                    ? name + "=$" + fromEnvironment.get(name)
                    : name + "=" + value));
    return line.toString();
  }

  @Override
  public String toString() {
    return line();
  }
}
