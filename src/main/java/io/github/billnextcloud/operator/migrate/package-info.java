/** From ISPsystem's own module of this name to this one. */
@NullMarked
package io.github.billnextcloud.operator.migrate;

import org.jspecify.annotations.NullMarked;
