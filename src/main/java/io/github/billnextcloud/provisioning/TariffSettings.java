package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.cloud.AdminGroupNameMatcher;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.groups.AddOnGroups;
import io.github.billnextcloud.provisioning.groups.GroupTemplate;
import io.github.billnextcloud.text.Sentence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings of a tariff's form in the product's words. Each is read when it is needed, so that a
 * mistake in one does not stop what does not use it.
 */
public record TariffSettings(Map<String, List<String>> params) {

  public static final String GROUP = "usergroup";
  static final String MORE_GROUPS = "more_groups";
  static final String ADDON_GROUPS = "addon_groups";
  static final String ADDON_GROUPS_WITHOUT = "addon_groups_without";
  static final String QUOTA_SOURCE = "quota_source";
  static final String FIXED_QUOTA = "fixed_quota";

  /** Never the same twice: BILLmanager does not use an item's number again. */
  static final String USUAL_LOGIN = "user_{item}";

  static final String LOGIN_TEMPLATE = "login_template";
  static final String PASSWORD_RULE = "password_rule";
  static final String LANGUAGE = "user_language";
  static final String SUSPEND_STYLE = "suspend_style";
  static final String SUSPEND_GROUP = "suspend_group";
  static final String CLOSE_POLICY = "close_policy";
  static final String CLOSE_DAYS = "close_days";
  static final String QUOTA_LATER = "quota_later";
  static final String CLOSE_SOFTLY = "close_softly";
  static final String ALLOW_SHRINK = "allow_shrink";
  static final String ACCOUNT_SOURCE = "account_source";
  static final String INACTIVE_DAYS = "inactive_days";
  static final String INACTIVE_NEVER_DAYS = "inactive_never_days";
  static final String INACTIVE_CLOSE_DAYS = "inactive_close_days";
  static final String TEAM = "team";
  static final String MEMBER_QUOTA = "member_quota";
  static final String FIXED_SEATS = "fixed_seats";
  static final String SEATS_OVER = "seats_over";
  static final String OWNER_MANAGES = "owner_manages";

  /** What ISPsystem's own module stores in tariffs for "no group", and the panel's empty choice. */
  private static final Set<String> NOTHING = Set.of("", "0", "null");

  private static final Pattern SPACE =
      Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,3})?)\\s{0,9}([BKMGTP]?)I?B?");

  private static final String UNITS = "BKMGTP";

  public TariffSettings(Tariff tariff) {
    this(tariff.params());
  }

  /** A document that names no tariff gets what is usual. */
  public static TariffSettings of(Service service) {
    return service.tariff().map(TariffSettings::new).orElseGet(() -> new TariffSettings(Map.of()));
  }

  /** Where the size of the account comes from. */
  public enum QuotaSource {
    ADDON,
    FIXED,
    UNLIMITED
  }

  /** How a password comes to the customer. */
  public enum PasswordRule {
    /** Letters, digits and a symbol: what servers usually demand. */
    STRONG,
    /** For people who must read it out. */
    LETTERS_DIGITS,
    LONG,
    /** None: the cloud mails a link by which the customer sets one, and we never know it. */
    MAIL
  }

  /** What an unpaid bill takes away. */
  public enum SuspendStyle {
    DISABLE,
    /** Files can be read and deleted, but nothing added: the quota is pinned to what is stored. */
    READ_ONLY,
    /** Another group instead of the tariff's, and what that means is set up in the cloud. */
    GROUP
  }

  /** What becomes of the user of a closed service. */
  public enum ClosePolicy {
    DELETE,
    DISABLE,
    DELETE_LATER
  }

  /** Who makes the account. */
  public enum AccountSource {
    MODULE,
    /** A directory or a single sign-on that the customer's people keep: LDAP, OpenID, SAML. */
    DIRECTORY
  }

  /** What a team shares; the account of a tariff that sells none is its customer's alone. */
  public enum TeamKind {
    OFF,
    /** A team folder of Nextcloud, a project space of Infinite Scale or OpenCloud. */
    SPACE,
    /** A folder that a technical account shares: Nextcloud without that app, ownCloud 10. */
    SHARED_FOLDER,
    /** The best that the server has. */
    AUTO
  }

  /** What becomes of members above the number that was sold. */
  public enum SeatsOver {
    NOTICE,
    BLOCK_NEWEST
  }

  /** Those that all customers of the tariff are in, beside each other. */
  public Set<String> sharedGroups() {
    Set<String> shared = named();
    shared.removeIf(GroupTemplate::isOne);
    return shared;
  }

  /** These, and the groups of add-ons, which customers of all tariffs may have in common. */
  public Set<String> commonGroups() {
    Set<String> common = sharedGroups();
    common.addAll(addOnGroups().all());
    return common;
  }

  /** Which groups the add-ons mean. */
  public AddOnGroups addOnGroups() {
    String with = text(ADDON_GROUPS).orElse("");
    String without = text(ADDON_GROUPS_WITHOUT).orElse("");
    AddOnGroups groups =
        AddOnGroups.parse(with, without)
            .orElseThrow(
                () ->
                    AddOnGroups.parse(with, "").isEmpty()
                        ? unreadable(ADDON_GROUPS, with)
                        : unreadable(ADDON_GROUPS_WITHOUT, without));
    if (groups.all().stream().anyMatch(AdminGroupNameMatcher::isNamedBy)) {
      throw new ProvisioningException(
          Reason.ADMINISTRATORS_GROUP, Sentence.of("product.administrators"));
    }
    return groups;
  }

  private static ProvisioningException unreadable(String setting, String typed) {
    return new ProvisioningException(
        Reason.BAD_TARIFF, Sentence.of("product.bad_addon_groups", setting, typed));
  }

  /**
   * Groups that give something for an add-on; none where the tariff's lines cannot be read, since
   * neither a suspension nor a closing waits for somebody to correct them.
   */
  public Set<String> givingGroups() {
    try {
      return addOnGroups().giving();
    } catch (ProvisioningException unreadable) {
      return Set.of();
    }
  }

  /** Those that no other customer is in. */
  public Set<String> ownGroups(Service service) {
    Set<String> own = new LinkedHashSet<>();
    for (String named : named()) {
      if (GroupTemplate.isOne(named)) {
        GroupTemplate template = usable(named);
        own.add(
            template
                .of(service)
                .orElseThrow(
                    () ->
                        new ProvisioningException(
                            Reason.BAD_TARIFF, Sentence.of("product.group_of_nobody", named))));
      }
    }
    return own;
  }

  /** By which customers of this tariff get groups of their own; none that nobody can get. */
  public Set<GroupTemplate> ownTemplates() {
    return named().stream()
        .filter(GroupTemplate::isOne)
        .map(GroupTemplate::new)
        .filter(GroupTemplate::isUsable)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static GroupTemplate usable(String named) {
    GroupTemplate template = new GroupTemplate(named);
    if (!template.isUsable()) {
      throw new ProvisioningException(
          Reason.BAD_TARIFF, Sentence.of("product.bad_group_template", named));
    }
    return template;
  }

  /** All that the tariff names, as they are called for this service. */
  public Set<String> groups(Service service) {
    Set<String> groups = sharedGroups();
    groups.addAll(ownGroups(service));
    return groups;
  }

  private Set<String> named() {
    Set<String> groups = new LinkedHashSet<>();
    // A group that was chosen from the list may have a comma in its name, before a blank.
    for (String chosen : values(GROUP)) {
      for (String group : chosen.split(",(?!\\s)")) {
        groups.add(group.strip());
      }
    }
    for (String typed : values(MORE_GROUPS)) {
      for (String group : typed.split("[,\\n]")) {
        groups.add(group.strip());
      }
    }
    groups.removeAll(NOTHING);
    return groups;
  }

  /** Every group that must be in the cloud for this tariff to work. */
  public Set<String> allGroups() {
    Set<String> all = commonGroups();
    named().stream().filter(GroupTemplate::isOne).forEach(TariffSettings::usable);
    suspendGroup().ifPresent(all::add);
    return all;
  }

  QuotaSource quotaSource() {
    return choice(QUOTA_SOURCE, QuotaSource.class);
  }

  /** Whether an order is delivered without its limit where the cloud can set none yet. */
  boolean limitsLater() {
    return values(QUOTA_LATER).contains("on");
  }

  /** As typed; an account without space is nothing to be sold. */
  Quota fixedQuota() {
    String typed = text(FIXED_QUOTA).orElse("");
    return size(typed).filter(Quota::isPositive).orElseThrow(() -> bad(FIXED_QUOTA, typed));
  }

  /** "10" is gigabytes, units count by 1024; empty when it is no size. */
  static Optional<Quota> size(String typed) {
    Matcher matcher = SPACE.matcher(typed.toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(2).isEmpty() ? "G" : matcher.group(2);
    BigDecimal bytes =
        new BigDecimal(matcher.group(1).replace(',', '.'))
            .multiply(BigDecimal.valueOf(1024).pow(UNITS.indexOf(unit)))
            .setScale(0, RoundingMode.DOWN);
    return bytes.precision() > 18
        ? Optional.empty()
        : Optional.of(Quota.ofBytes(bytes.longValueExact()));
  }

  String loginTemplate() {
    return text(LOGIN_TEMPLATE).orElse(USUAL_LOGIN);
  }

  public PasswordRule passwordRule() {
    return choice(PASSWORD_RULE, PasswordRule.class);
  }

  /** Whether all customers have one language, whatever is their own. */
  public boolean fixesLanguage() {
    return language().isPresent();
  }

  /** Empty when the customer's own is to be used. */
  Optional<String> language() {
    return text(LANGUAGE);
  }

  public SuspendStyle suspendStyle() {
    return choice(SUSPEND_STYLE, SuspendStyle.class);
  }

  /** Empty when the tariff names none. */
  Optional<String> suspendGroup() {
    Optional<String> group = text(SUSPEND_GROUP);
    if (group.isEmpty() && suspendStyle() == SuspendStyle.GROUP) {
      throw bad(SUSPEND_GROUP, "");
    }
    if (group.filter(AdminGroupNameMatcher::isNamedBy).isPresent()) {
      throw new ProvisioningException(
          Reason.ADMINISTRATORS_GROUP, Sentence.of("product.suspended_administrators"));
    }
    return group;
  }

  /** What others have made is never deleted. */
  public ClosePolicy closePolicy() {
    return usesDirectory() ? ClosePolicy.DISABLE : choice(CLOSE_POLICY, ClosePolicy.class);
  }

  /** Whether the customer brings an account that others keep. */
  public boolean usesDirectory() {
    return choice(ACCOUNT_SOURCE, AccountSource.class) == AccountSource.DIRECTORY;
  }

  /** How many days the user of a closed service stays. */
  public int closeDays() {
    String typed = text(CLOSE_DAYS).orElse("");
    if (!typed.matches("\\d{1,4}")) {
      throw bad(CLOSE_DAYS, typed);
    }
    return Integer.parseInt(typed);
  }

  /** After how many days without a sign-in an account is told of; empty when never. */
  OptionalInt inactiveDays() {
    return days(INACTIVE_DAYS);
  }

  /** The same of those who have never signed in; empty when it is the same number. */
  OptionalInt inactiveNeverDays() {
    return days(INACTIVE_NEVER_DAYS);
  }

  /** After how many more it is closed; empty when it is not. */
  OptionalInt inactiveCloseDays() {
    return days(INACTIVE_CLOSE_DAYS);
  }

  private OptionalInt days(String setting) {
    Optional<String> typed = text(setting).filter(it -> !it.equals("0"));
    if (typed.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!typed.get().matches("[1-9]\\d{0,3}")) {
      throw bad(setting, typed.get());
    }
    return OptionalInt.of(Integer.parseInt(typed.get()));
  }

  /** Whether a deleted user may stay in the cloud for as long as the cloud itself keeps such. */
  public boolean closesSoftly() {
    return values(CLOSE_SOFTLY).contains("on");
  }

  public boolean allowsShrinking() {
    return values(ALLOW_SHRINK).contains("on");
  }

  public TeamKind team() {
    return choice(TEAM, TeamKind.class);
  }

  public boolean sellsTeams() {
    return team() != TeamKind.OFF;
  }

  /** What each member may store besides what all share; nothing when nothing was typed. */
  public Quota memberQuota() {
    return text(MEMBER_QUOTA)
        .map(typed -> size(typed).orElseThrow(() -> bad(MEMBER_QUOTA, typed)))
        .orElse(Quota.ofBytes(0));
  }

  /** How many members the tariff itself sells; empty when it names no number. */
  public OptionalInt fixedSeats() {
    Optional<String> typed = text(FIXED_SEATS);
    if (typed.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!typed.get().matches("[1-9]\\d{0,5}")) {
      throw bad(FIXED_SEATS, typed.get());
    }
    return OptionalInt.of(Integer.parseInt(typed.get()));
  }

  public SeatsOver seatsOver() {
    return choice(SEATS_OVER, SeatsOver.class);
  }

  /** At which shares of the space the customer is told; empty where the module says it. */
  Optional<String> noticeLevels() {
    return text(QuotaNoticeSchedule.LEVELS);
  }

  /** Whether the owner of a team makes and changes its members in the cloud, too. */
  public boolean ownerManages() {
    return sellsTeams() && values(OWNER_MANAGES).contains("on");
  }

  private List<String> values(String name) {
    return params.getOrDefault(name, List.of());
  }

  /** Forms write "null" for the empty choice of a list. */
  private Optional<String> text(String name) {
    return values(name).stream()
        .findFirst()
        .map(String::strip)
        .filter(text -> !text.isEmpty() && !text.equals("null"));
  }

  /** The first choice is what happens when nothing was chosen. */
  private <E extends Enum<E>> E choice(String name, Class<E> type) {
    Optional<String> typed = text(name);
    if (typed.isEmpty()) {
      return type.getEnumConstants()[0];
    }
    try {
      return Enum.valueOf(type, typed.get().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw bad(name, typed.get());
    }
  }

  static ProvisioningException bad(String setting, String typed) {
    return new ProvisioningException(
        Reason.BAD_TARIFF, Sentence.of("product.bad_setting", setting, typed));
  }
}
