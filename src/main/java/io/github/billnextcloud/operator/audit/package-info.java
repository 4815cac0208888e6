/** Both sides of a cloud compared: what is billed, and what is there. */
@NullMarked
package io.github.billnextcloud.operator.audit;

import org.jspecify.annotations.NullMarked;
