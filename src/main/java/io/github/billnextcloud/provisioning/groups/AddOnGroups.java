package io.github.billnextcloud.provisioning.groups;

import io.github.billnextcloud.billmanager.model.AddOn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which groups a tariff's add-ons mean, for a single account and for each member of a team: {@code
 * office=office, talk=ent-talk}. What is in no such line is none of its business. Pure.
 */
public record AddOnGroups(List<GroupRule> lines) {

  /** Of a tariff that sells no function by a group. */
  public static final AddOnGroups NONE = new AddOnGroups(List.of());

  /** An add-on's name, behind a colon perhaps the item of its list, and the group. */
  private static final Pattern RULE =
      Pattern.compile("([^\\s:=]+)(?:\\s*:\\s*([^\\s:=]+))?\\s*=\\s*([^={}/]+)");

  /** Items of a list that are chosen to have nothing. */
  private static final Set<String> NOTHING = Set.of("", "0", "no", "none", "off");

  /**
   * One line of the tariff.
   *
   * @param item of an add-on that is a list; without it any but none
   * @param with whether the group is for those who have the add-on, or for those who have not
   */
  public record GroupRule(String addOn, Optional<String> item, String group, boolean with) {

    private boolean isOn(List<AddOn> addOns) {
      return addOns.stream()
          .filter(it -> it.names().stream().anyMatch(addOn::equalsIgnoreCase))
          .anyMatch(this::isOn);
    }

    private boolean isOn(AddOn it) {
      String value = it.value().strip().toLowerCase(Locale.ROOT);
      return switch (it.type()) {
        case BOOLEAN -> value.equals("on");
        case INTEGER ->
            it.amount().filter(some -> some.compareTo(BigDecimal.ZERO) != 0).isPresent();
        case ENUMERATION ->
            item.map(wanted -> wanted.equalsIgnoreCase(value)).orElse(!NOTHING.contains(value));
      };
    }

    /** True when none of these can ever be what it asks for. */
    private boolean isOfNone(List<AddOn> sold) {
      return sold.stream()
          .filter(it -> it.names().stream().anyMatch(addOn::equalsIgnoreCase))
          .noneMatch(it -> item.isEmpty() || item.get().equalsIgnoreCase(it.value().strip()));
    }

    /** As it was typed, without the group. */
    private String asked() {
      return addOn + item.map(it -> ":" + it).orElse("");
    }

    private boolean joins(List<AddOn> addOns) {
      return isOn(addOns) == with;
    }
  }

  public AddOnGroups {
    lines = List.copyOf(lines);
  }

  /**
   * @param with who has the add-on is in the group
   * @param without who has it not is
   * @return empty when a line cannot be read
   */
  public static Optional<AddOnGroups> parse(String with, String without) {
    List<GroupRule> lines = new ArrayList<>();
    return read(lines, with, true) && read(lines, without, false)
        ? Optional.of(new AddOnGroups(lines))
        : Optional.empty();
  }

  private static boolean read(List<GroupRule> lines, String typed, boolean with) {
    for (String line : typed.split("[,;\\n]")) {
      if (line.isBlank()) {
        continue;
      }
      Matcher read = RULE.matcher(line.strip());
      if (!read.matches()) {
        return false;
      }
      Optional<String> item = Optional.ofNullable(read.group(2));
      lines.add(new GroupRule(read.group(1), item, read.group(3).strip(), with));
    }
    return true;
  }

  /** Those that somebody with these add-ons is in. */
  public Set<String> joined(List<AddOn> addOns) {
    return groups(lines.stream().filter(line -> line.joins(addOns)));
  }

  /** Those that he is not in. */
  public Set<String> left(List<AddOn> addOns) {
    Set<String> left = all();
    left.removeAll(joined(addOns));
    return left;
  }

  /** Those that give something: to be left when nothing is paid for any more. */
  public Set<String> giving() {
    return groups(lines.stream().filter(GroupRule::with));
  }

  /**
   * Add-ons, and items of lists, that lines name and nobody can order.
   *
   * @param sold every add-on of the tariff, a list with each of its items
   */
  public Set<String> unsold(List<AddOn> sold) {
    return lines.stream()
        .filter(line -> line.isOfNone(sold))
        .map(GroupRule::asked)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public Set<String> all() {
    return groups(lines.stream());
  }

  private static Set<String> groups(Stream<GroupRule> lines) {
    return lines.map(GroupRule::group).collect(Collectors.toCollection(TreeSet::new));
  }
}
