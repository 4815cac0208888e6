package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a provider sells with this module, as it is to stand in the panel, named in both of its
 * languages.
 *
 * @param intname the product type's internal name
 * @param addOns what its tariffs count by
 * @param project the provider whose tariffs these are; otherwise the panel's first
 */
public record Product(
    String intname,
    Sentence name,
    List<ProductParam> params,
    List<ProductAddOn> addOns,
    NewModule module,
    List<ProductTariff> tariffs,
    Optional<Long> project) {

  /** The setting of a tariff that says what many share, and what it says where nothing is. */
  static final String TEAM = "team";

  static final String NO_TEAM = "off";

  /**
   * A param of all services of a product, and who sees it (contract §7.1).
   *
   * @param readLevel one of {@link #CUSTOMER} and {@link #STAFF}
   * @param writeLevel likewise; what customers write is a request to this module
   * @param inLines whether there is more than one line to be written
   * @param crypted true for a secret
   * @param asked true when staff that opens a service by hand is to type it
   */
  public record ProductParam(
      String intname,
      Sentence name,
      Sentence hint,
      int readLevel,
      int writeLevel,
      boolean inLines,
      boolean crypted,
      boolean asked) {

    /** The access level of customers. */
    public static final int CUSTOMER = 16;

    /** The access level of the provider's staff. */
    public static final int STAFF = 29;

    boolean isRequest() {
      return writeLevel < STAFF;
    }
  }

  /**
   * A processing module that is to be made if there is none.
   *
   * @param settings the plain fields of its form; {@code base_url} tells which cloud it is
   * @param missing what nobody told us and it cannot be made without
   * @param datacenter where it belongs; otherwise the panel's first
   */
  public record NewModule(
      String name,
      Map<String, String> settings,
      Map<String, Secret> secrets,
      List<String> missing,
      Optional<Long> datacenter) {

    /** The address of the cloud; empty when any will do. */
    Optional<String> address() {
      return Optional.ofNullable(settings.get("base_url"));
    }
  }

  /**
   * A kind of add-on by which tariffs say how much of something they sell.
   *
   * @param names those by which an add-on that is there already is known to be of this kind
   * @param units of which the panel's first is taken
   * @param needsUnit whether the amount means nothing without one
   * @param most that a customer can order
   */
  public record ProductAddOn(
      String intname,
      Set<String> names,
      Sentence name,
      List<String> units,
      boolean needsUnit,
      long most) {

    /** True of {@code cloud_disk}, too, as it is called where the plain name is taken. */
    boolean isNamed(String names) {
      return Stream.of(names.split("[\\s_-]+")).anyMatch(this.names::contains);
    }
  }

  /**
   * A tariff of a product.
   *
   * @param included how much of each is in its price
   * @param isTeam whether what it sells is shared by many
   */
  public record ProductTariff(
      String intname, Sentence name, Map<ProductAddOn, Long> included, boolean isTeam) {}
}
