/** What each error means, and what to do about it. */
@NullMarked
package io.github.billnextcloud.operator.explain;

import org.jspecify.annotations.NullMarked;
