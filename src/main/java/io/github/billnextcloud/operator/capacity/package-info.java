/**
 * What is sold, stored and left: per cloud and in all, with what the panel's own statistics say of
 * how it grows and when it ends.
 */
@NullMarked
package io.github.billnextcloud.operator.capacity;

import org.jspecify.annotations.NullMarked;
