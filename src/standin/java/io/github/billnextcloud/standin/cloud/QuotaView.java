package io.github.billnextcloud.standin.cloud;

import java.util.LinkedHashMap;
import java.util.Map;

/** The quota block of GET, which differs by product, version and whether there is a home yet. */
final class QuotaView {
  private static final long UNLIMITED = -3;

  private QuotaView() {}

  static Map<String, Object> of(Flavour flavour, Account account) {
    boolean loggedIn = account.lastLogin() > 0;
    return switch (flavour) {
      case NEXTCLOUD_34 -> newest(account);
      case NEXTCLOUD_28, NEXTCLOUD_29 -> loggedIn ? withHome(flavour, account) : older(account);
      default -> owncloud(account, loggedIn);
    };
  }

  private static Map<String, Object> newest(Account account) {
    boolean limited = !account.unlimited() && account.limit() > 0;
    double limit = limited ? account.limit() : UNLIMITED;
    double free = limited ? limit - account.used() : UNLIMITED;
    double relative = limited ? relative(account.used(), limit) : 0;
    Map<String, Object> block = space(free, account.used(), limit, relative);
    block.put("quota", QuotaText.number(account.unlimited() ? UNLIMITED : account.limit()));
    return block;
  }

  private static Map<String, Object> older(Account account) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("quota", account.unlimited() ? "none" : QuotaText.number(account.limit()));
    block.put("used", account.used());
    return block;
  }

  private static Map<String, Object> owncloud(Account account, boolean loggedIn) {
    Map<String, Object> block =
        loggedIn ? withHome(Flavour.OWNCLOUD_10, account) : new LinkedHashMap<>();
    block.remove("quota");
    block.put("definition", account.quota());
    return block;
  }

  /** The older way of counting: no limit means the free space of the disk. */
  private static Map<String, Object> withHome(Flavour flavour, Account account) {
    boolean unlimited = account.unlimited();
    double used = account.used();
    double free = unlimited ? flavour.diskFree : Math.max(0, account.limit() - used);
    double total = free + used;
    if (!unlimited && account.limit() > 0) {
      total = Math.min(total, account.limit());
    }
    Map<String, Object> block = space(free, used, total, relative(used, total));
    block.put("quota", QuotaText.number(unlimited ? UNLIMITED : account.limit()));
    return block;
  }

  private static Map<String, Object> space(
      double free, double used, double total, double relative) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("free", QuotaText.number(free));
    block.put("used", QuotaText.number(used));
    block.put("total", QuotaText.number(total));
    block.put("relative", relative);
    return block;
  }

  private static double relative(double used, double total) {
    return total > 0 ? Math.round(used / total * 10000) / 100.0 : 0;
  }
}
