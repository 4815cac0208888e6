/** ownCloud Infinite Scale and OpenCloud by LibreGraph. */
@NullMarked
package io.github.billnextcloud.cloud.graph;

import org.jspecify.annotations.NullMarked;
