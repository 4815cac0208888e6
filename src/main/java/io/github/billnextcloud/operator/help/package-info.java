/** What is printed for the shell and for {@code man}. */
@NullMarked
package io.github.billnextcloud.operator.help;

import org.jspecify.annotations.NullMarked;
