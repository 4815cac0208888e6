package io.github.billnextcloud.cloud;

import java.util.OptionalLong;

/**
 * What many share with one quota, as the cloud shows it.
 *
 * @param id that the cloud has given it
 * @param mark by which it is one of ours; what else stands there is shown as it is
 * @param used empty where the cloud does not tell, as of a hidden space
 */
public record TeamSpace(
    String id, String mark, Quota quota, OptionalLong used, SpaceAccess access) {

  /** What members may do there. */
  public enum SpaceAccess {
    OPEN,
    READ_ONLY,
    /** Nothing: it is not seen, and nothing in it is lost. */
    HIDDEN,
    /** Some may write, and some not: a change was cut off. Never wanted, only seen. */
    MIXED
  }
}
