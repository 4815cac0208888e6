package io.github.billnextcloud.billmanager.mgrctl;

import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One function of the panel with its parameters; secret ones travel in the environment. */
public final class MgrctlRequest {

  private static final String VARIABLE = "PMNEXTCLOUD_";

  private final String function;
  private final Map<String, String> params = new LinkedHashMap<>();
  private final Map<String, Secret> secrets = new LinkedHashMap<>();

  private MgrctlRequest(String function) {
    this.function = function;
  }

  /** A call with nothing said yet. */
  public static MgrctlRequest of(String function) {
    return new MgrctlRequest(function);
  }

  /** A call that changes something: BILLmanager wants it marked {@code sok=ok}. */
  public static MgrctlRequest change(String function, long elid) {
    return of(function).with("elid", elid).with("sok", "ok");
  }

  public MgrctlRequest with(String param, Object value) {
    params.put(param, String.valueOf(value));
    return this;
  }

  /** Those whose values have no blanks: {@code monthly=on annually=on}. */
  public MgrctlRequest withAll(String params) {
    for (String param : params.split(" ")) {
      String[] parts = param.split("=", 2);
      with(parts[0], parts[1]);
    }
    return this;
  }

  /**
   * What people read; Russian has a param of its own: {@code name}, {@code name_ru} (contract §12).
   */
  public MgrctlRequest withLabel(String param, Sentence text) {
    return with(param, text.in(Language.EN)).with(param + "_ru", text.in(Language.RU));
  }

  public MgrctlRequest withSecret(String param, Secret value) {
    secrets.put(param, value);
    return this;
  }

  String function() {
    return function;
  }

  List<String> argv(String program) {
    List<String> argv = new ArrayList<>(List.of(program, "-m", "billmgr", "-o", "xml", function));
    for (Map.Entry<String, String> param : params.entrySet()) {
      argv.add(param.getKey() + "=" + withoutNul(param.getValue()));
    }
    for (String secret : secrets.keySet()) {
      argv.addAll(List.of("-e", secret + "=$" + variable(secret)));
    }
    return argv;
  }

  /** For a person who would type it in the panel's folder: secrets stand as variables. */
  public String line() {
    return argv("sbin/mgrctl").stream().map(MgrctlRequest::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String argument) {
    return argument.matches("[\\w.,:/=@%+-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  /** A program's argument ends at a NUL. */
  private static String withoutNul(String value) {
    return value.replace("\0", "");
  }

  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    for (Map.Entry<String, Secret> secret : secrets.entrySet()) {
      environment.put(variable(secret.getKey()), secret.getValue().reveal());
    }
    return environment;
  }

  /** The panel quotes what it refuses: without the secrets among it. */
  String masked(String refusal) {
    String masked = refusal;
    for (Secret secret : secrets.values()) {
      masked = secret.isBlank() ? masked : masked.replace(secret.reveal(), Secret.MASK);
    }
    return masked;
  }

  private static String variable(String param) {
    return VARIABLE + param.toUpperCase(Locale.ROOT);
  }

  /** For the log: function and names, since values may be long or personal. */
  @Override
  public String toString() {
    String elid = params.containsKey("elid") ? " elid=" + params.get("elid") : "";
    List<String> names = new ArrayList<>(params.keySet());
    names.addAll(secrets.keySet());
    names.removeAll(List.of("elid", "sok"));
    return function + elid + (names.isEmpty() ? "" : " " + names);
  }
}
