package io.github.billnextcloud.cloud.privacy;

import java.util.Set;

/**
 * What one customer found of another.
 *
 * @param untold where the server gave no answer that tells
 */
public record CustomerView(Set<VisibilityPlace> seen, Set<VisibilityPlace> untold) {}
