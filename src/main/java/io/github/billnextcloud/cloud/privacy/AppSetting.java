package io.github.billnextcloud.cloud.privacy;

import java.util.Map;

/** What an app of Nextcloud or ownCloud is told by its administrator. */
public record AppSetting(String app, String key, String value) {

  /** As it is typed on the server. */
  public String command() {
    return "occ config:app:set " + app + " " + key + " --value='" + value + "'";
  }

  public String name() {
    return app + "/" + key;
  }

  /** Some versions keep a "no" as 0. */
  boolean isAmong(Map<String, String> values) {
    String kept = values.getOrDefault(name(), "");
    return kept.equals(value) || !kept.isEmpty() && isOff(kept) && isOff(value);
  }

  static boolean isOff(String value) {
    return value.equals("no") || value.equals("0") || value.equals("false");
  }

  @Override
  public String toString() {
    return app + " " + key + "=" + value;
  }
}
