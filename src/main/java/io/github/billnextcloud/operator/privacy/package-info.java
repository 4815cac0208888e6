/** Looks whether the customers of a cloud find each other, and keeps them from it. */
@NullMarked
package io.github.billnextcloud.operator.privacy;

import org.jspecify.annotations.NullMarked;
