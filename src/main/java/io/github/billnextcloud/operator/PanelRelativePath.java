package io.github.billnextcloud.operator;

import java.nio.file.Path;

/** Paths as a person reads them under the heading that names the panel's folder. */
public final class PanelRelativePath {

  private PanelRelativePath() {}

  /** Without the root, where it begins with it. */
  public static Path root(Path root, Path path) {
    return path.startsWith(root) ? root.relativize(path) : path;
  }
}
