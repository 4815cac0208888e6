package io.github.billnextcloud.standin.cloud;

import java.util.List;
import java.util.stream.Stream;

/** The server products and versions whose recorded behaviour the stand-in repeats. */
public enum Flavour {
  NEXTCLOUD_28("nc28", 28, 0, 2, "28.0.2.5", 17_323_471L, 76_964_265_984L),
  NEXTCLOUD_29("nc29", 29, 0, 1, "29.0.1.1", 17_323_471L, 76_964_524_032L),
  NEXTCLOUD_34("nc34", 34, 0, 1, "34.0.1.2", 20_174_294L, 76_964_524_032L),
  OWNCLOUD_10("oc10", 10, 15, 2, "10.15.2.0", 4_688_574L, 76_976_877_568L),
  INFINITE_SCALE_5("ocis5", 5, 0, 0, "10.11.0.0", 0L, 76_964_524_032L),
  INFINITE_SCALE("ocis7", 7, 0, 0, "10.11.0.0", 0L, Long.MAX_VALUE),
  OPENCLOUD("opencloud3", 3, 3, 0, "0.1.0.0", 0L, Long.MAX_VALUE);

  /** Where parametrized tests find {@link #ofOcs}. */
  public static final String OF_OCS = "io.github.billnextcloud.standin.cloud.Flavour#ofOcs";

  /** Name of the data folder below /srv/data, seen in storage locations. */
  final String folder;

  final int major;
  final int minor;
  final int micro;
  final String build;

  /** What the files of a new home take up, from the first login on. */
  final long skeletonBytes;

  /** Free bytes of the disk, which some servers show to users without a quota. */
  final long diskFree;

  Flavour(
      String folder,
      int major,
      int minor,
      int micro,
      String build,
      long skeletonBytes,
      long diskFree) {
    this.folder = folder;
    this.major = major;
    this.minor = minor;
    this.micro = micro;
    this.build = build;
    this.skeletonBytes = skeletonBytes;
    this.diskFree = diskFree;
  }

  /** Those that speak OCS. */
  public static List<Flavour> ofOcs() {
    return Stream.of(values()).filter(it -> !it.graph()).toList();
  }

  boolean nextcloud() {
    return this != OWNCLOUD_10 && !graph();
  }

  /** Speaks LibreGraph instead of OCS. */
  public boolean graph() {
    return this == INFINITE_SCALE_5 || this == INFINITE_SCALE || this == OPENCLOUD;
  }

  /** As the newer servers name themselves. */
  String product() {
    return this == OPENCLOUD ? "OpenCloud" : "Infinite Scale";
  }

  /** Nextcloud before its API moved to new numbers (28 and 29 differ only in words). */
  boolean olderNextcloud() {
    return this == NEXTCLOUD_28 || this == NEXTCLOUD_29;
  }

  String versionString() {
    String suffix = this == INFINITE_SCALE_5 ? "-rc.5+dev" : graph() ? "+dev" : "";
    return major + "." + minor + "." + micro + suffix;
  }

  /** The code of an invalid value in an edit, which moved from 102 to 101. */
  int invalidValue() {
    return olderNextcloud() ? 102 : 101;
  }

  /** The name of the session cookie: each installation has an id of its own. */
  String instanceId() {
    return "oc" + folder + "standin";
  }
}
