package io.github.billnextcloud.cloud.probe;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.safe.KeptFile;
import io.github.billnextcloud.settings.LauncherProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the next run what product a cloud has been found to be, so that no event has to ask. It is
 * believed for a day. Without it all works, for two requests more, so no trouble with it is an
 * error.
 *
 * @param file empty where nothing is kept
 */
public record DetectedProductCache(Optional<KeptFile> file, InstantSource clock) {

  private static final Logger LOG = LoggerFactory.getLogger(DetectedProductCache.class);

  private static final String FOLDER = "pmnextcloud.sessions";

  private static final Duration BELIEVED = Duration.ofDays(1);

  /** Nothing is kept. */
  public static DetectedProductCache none() {
    return new DetectedProductCache(Optional.empty(), InstantSource.system());
  }

  /** Below the panel's folder for what lasts; nothing is kept where there is none. */
  public static DetectedProductCache ofPanel(CloudAddress cloud) {
    Path var = LauncherProperties.root().resolve("var");
    return Files.isDirectory(var) ? in(var.resolve(FOLDER), cloud, InstantSource.system()) : none();
  }

  static DetectedProductCache in(Path folder, CloudAddress cloud, InstantSource clock) {
    byte[] what = ("product\n" + cloud).getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve(UUID.nameUUIDFromBytes(what).toString());
    return new DetectedProductCache(Optional.of(new KeptFile(file)), clock);
  }

  /** What it was when it was last asked; empty when that is not known, or was too long ago. */
  Optional<String> product() {
    try {
      Optional<List<String>> lines = file.isEmpty() ? Optional.empty() : file.get().lines();
      return lines.filter(it -> it.size() == 2 && isFresh(it.get(1))).map(it -> it.get(0));
    } catch (IOException unreadable) {
      LOG.warn("the kept product is of no use: {}: {}", file, unreadable.getMessage());
      return Optional.empty();
    }
  }

  private boolean isFresh(String millis) {
    if (!millis.matches("\\d{1,15}")) {
      return false;
    }
    Instant asked = Instant.ofEpochMilli(Long.parseLong(millis));
    return Duration.between(asked, clock.instant()).abs().compareTo(BELIEVED) < 0;
  }

  void save(String product) {
    try {
      if (file.isPresent()) {
        file.get().write(List.of(product, Long.toString(clock.millis())));
      }
    } catch (IOException unwritable) {
      LOG.debug("the product is not kept: {}", unwritable.toString());
    }
  }

  void delete() {
    try {
      if (file.isPresent()) {
        file.get().delete();
      }
    } catch (IOException locked) {
      LOG.warn("the kept product could not be removed: {}", locked.toString());
    }
  }
}
