/** From {@code Main} to the command: the two tables of commands, and the one runner. */
@NullMarked
package io.github.billnextcloud.app;

import org.jspecify.annotations.NullMarked;
