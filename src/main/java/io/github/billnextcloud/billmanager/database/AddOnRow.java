package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.AddOn.Type;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * An add-on of a tariff together with what the service ordered of it, and the value that follows:
 * the formula of contract §4.14.
 *
 * <p>Columns {@code p_…} are of the tariff's add-on, {@code a_…} of the service's own, which is
 * there only when the customer ordered or changed something.
 */
public record AddOnRow(Row row) {

  private static final String OF_THE_TARIFF =
      " p.id AS p_id, p.intname AS p_intname, p.active AS p_active, p.addontype"
          + " AS p_addontype, p.billtype AS p_billtype, p.compound AS p_compound, p.addonlimit AS"
          + " p_addonlimit, p.addonmax AS p_addonmax, p.addonmaxtrial AS p_addonmaxtrial,"
          + " p.addonbool AS p_addonbool, pe.intname AS p_enumeration_intname, t.intname AS"
          + " type_intname, m.intname AS measure_intname";

  private static final String OF_THE_ADD_ON =
      " LEFT JOIN itemtype t ON t.id = p.itemtype LEFT JOIN measure m ON m.id = p.measure LEFT"
          + " JOIN enumerationitem pe ON pe.id = p.enumerationitem";

  /**
   * Which rows {@code a} of {@code item} are an add-on that the service has: all but deleted ones
   * (contract §4.14).
   */
  public static final String HAD = "COALESCE(a.status, 0) <> " + ItemStatus.DELETED.code();

  /** Of several services at once: their ids come between this and {@link #ORDER}. */
  public static final String OF_SERVICES =
      "SELECT s.id AS s_id,"
          + OF_THE_TARIFF
          + ", a.id AS a_id, a.addonlimit AS a_addonlimit, a.addonmax AS a_addonmax,"
          + " a.addonmaxtrial AS a_addonmaxtrial, a.intvalue AS a_intvalue, a.boolvalue AS"
          + " a_boolvalue, ae.intname AS a_enumeration_intname FROM item s JOIN pricelist p ON"
          + " p.parent = s.pricelist"
          + OF_THE_ADD_ON
          + " LEFT JOIN item a ON a.parent = s.id AND a.pricelist = p.id AND "
          + HAD
          + " LEFT JOIN enumerationitem ae ON ae.id = a.enumerationitem WHERE s.id IN ";

  /** Of a tariff that nobody has ordered, with what else says what can be. */
  public static final String OF_TARIFF =
      "SELECT"
          + OF_THE_TARIFF
          + ", p.addonmin AS p_addonmin, p.enumeration AS p_enumeration FROM pricelist p"
          + OF_THE_ADD_ON
          + " WHERE p.parent = ? ORDER BY p.id";

  /** Of several orders of one add-on the last one comes first. */
  public static final String ORDER = " ORDER BY s.id, p.id, a.id DESC";

  private static final String BILLED_BY_STATISTICS = "3";

  private static final BigDecimal NO_LIMIT = BigDecimal.ONE.negate();

  /** Compound and manual add-ons are no values of their own. */
  private static final Set<String> NOT_VALUES = Set.of("4", "10");

  /** The add-on as it stands for the service; empty when it does not count. */
  Optional<AddOn> effective(boolean trial) {
    if (!counts()) {
      return Optional.empty();
    }
    return switch (row.text("p_addontype")) {
      case "1" -> addOn(Type.BOOLEAN, ordered("boolvalue").orElse(row.text("p_addonbool")), "");
      case "2" -> addOn(Type.INTEGER, amount(trial), row.text("measure_intname"));
      case "3" -> addOn(Type.ENUMERATION, chosenItem(), "");
      default -> Optional.empty();
    };
  }

  /** False for one that is not sold any more, and only of those who have it still. */
  boolean isActive() {
    return row.isOn("p_active");
  }

  private boolean counts() {
    return (isActive() || isOrdered())
        && !NOT_VALUES.contains(row.text("p_billtype"))
        && (!isPartOfCompound() || isOrdered());
  }

  private boolean isPartOfCompound() {
    return row.find("p_compound").filter(text -> !text.isBlank() && !text.equals("0")).isPresent();
  }

  private boolean isOrdered() {
    return row.find("a_id").isPresent();
  }

  private Optional<AddOn> addOn(Type type, String value, String unit) {
    return Optional.of(new AddOn(name(), type, value, unit));
  }

  private String name() {
    String own = row.text("p_intname");
    return own.isBlank() ? row.text("type_intname") : own;
  }

  private Optional<String> ordered(String column) {
    return row.find("a_" + column).filter(text -> !text.isBlank());
  }

  /** What the service has of this column, or else what its tariff has. */
  private Optional<BigDecimal> number(String column) {
    return row.decimal("a_" + column).or(() -> row.decimal("p_" + column));
  }

  private String chosenItem() {
    return row.find("a_enumeration_intname").orElse(row.text("p_enumeration_intname"));
  }

  private String amount(boolean trial) {
    Optional<BigDecimal> value =
        row.text("p_billtype").equals(BILLED_BY_STATISTICS)
            ? number("addonmax")
            : Optional.of(includedAndOrdered());
    return number("addonmaxtrial")
        .filter(maximum -> trial && value.isPresent() && isSmaller(maximum, value.get()))
        .or(() -> value)
        .map(AddOnRow::plain)
        .orElse("");
  }

  /** No limit stays none, whatever is ordered on top of it. */
  private BigDecimal includedAndOrdered() {
    BigDecimal included = number("addonlimit").orElse(BigDecimal.ZERO);
    return included.compareTo(NO_LIMIT) == 0
        ? included
        : included.add(row.decimal("a_intvalue").orElse(BigDecimal.ZERO));
  }

  private static boolean isSmaller(BigDecimal maximum, BigDecimal value) {
    return value.compareTo(NO_LIMIT) == 0 ? maximum.signum() >= 0 : maximum.compareTo(value) < 0;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
