/** Makes a product in the panel. */
@NullMarked
package io.github.billnextcloud.operator.setup;

import org.jspecify.annotations.NullMarked;
