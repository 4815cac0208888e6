package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.secret.Secret;
import java.util.List;
import java.util.Map;

/**
 * A processing module that is to be made if there is none.
 *
 * @param settings the plain fields of its form; {@code base_url} tells which cloud it is
 * @param missing what nobody told us and it cannot be made without
 * @param datacenter where it belongs; 0 for the panel's first
 */
public record NewModule(
    String name,
    Map<String, String> settings,
    Map<String, Secret> secrets,
    List<String> missing,
    long datacenter) {

  /** The address of the cloud; empty when any will do. */
  String address() {
    return settings.getOrDefault("base_url", "");
  }
}
