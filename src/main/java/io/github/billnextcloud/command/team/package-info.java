/** The team of one service: its space, and the members whom the customer has listed. */
@NullMarked
package io.github.billnextcloud.command.team;

import org.jspecify.annotations.NullMarked;
