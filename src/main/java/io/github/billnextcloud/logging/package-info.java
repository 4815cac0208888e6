/** How the log is written, rotated, and how much it tells. It knows the settings only. */
@NullMarked
package io.github.billnextcloud.logging;

import org.jspecify.annotations.NullMarked;
