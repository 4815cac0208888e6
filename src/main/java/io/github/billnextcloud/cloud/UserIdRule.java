package io.github.billnextcloud.cloud;

import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.Set;

/**
 * By what a product judges the ids of new users, beyond {@link UserId}, which has what all refuse.
 * Who is there already may have any name.
 */
public record UserIdRule(String product) {

  /** What Nextcloud and ownCloud take alike. */
  public static final UserIdRule OF_EVERY_CLOUD = new UserIdRule("every cloud");

  public static final String NEXTCLOUD = "Nextcloud";
  public static final String OWNCLOUD = "ownCloud";
  public static final String INFINITE_SCALE = "Infinite Scale";
  public static final String OPENCLOUD = "OpenCloud";

  /** Those that speak LibreGraph. */
  public static final Set<String> OF_GRAPH = Set.of(INFINITE_SCALE, OPENCLOUD);

  /**
   * The product of a server that names itself, which Nextcloud does not. A theme gives ownCloud 10
   * its own name, and who hides the version leaves it none.
   */
  public static String productNamed(String name) {
    return OF_GRAPH.stream().anyMatch(name::startsWith) ? name : OWNCLOUD;
  }

  private static final int SHORTEST_OF_OWNCLOUD = 3;

  public boolean takes(UserId id) {
    return complaint(id).isEmpty();
  }

  /** Why the product does not take this id; empty when it does. */
  public Optional<Sentence> complaint(UserId id) {
    if (OF_GRAPH.contains(product)) {
      return complaintOfGraph(id);
    }
    if (isOf(NEXTCLOUD) && id.value().contains("+")) {
      return Optional.of(Sentence.of("cloud.no_plus"));
    }
    return isOf(OWNCLOUD) && id.value().length() < SHORTEST_OF_OWNCLOUD
        ? Optional.of(Sentence.of("cloud.name_too_short", SHORTEST_OF_OWNCLOUD))
        : Optional.empty();
  }

  /** A '+' would be taken, and then deleted with an answer that says "not found". */
  private Optional<Sentence> complaintOfGraph(UserId id) {
    boolean taken = id.value().matches("[a-zA-Z_][a-zA-Z0-9._@'-]*");
    return taken ? Optional.empty() : Optional.of(Sentence.of("cloud.name_of_graph", product));
  }

  private boolean isOf(String one) {
    return product.equals(one) || equals(OF_EVERY_CLOUD);
  }
}
