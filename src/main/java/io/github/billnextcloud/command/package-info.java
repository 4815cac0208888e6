/** What is common to all commands, and the one table of what a failure means. */
@NullMarked
package io.github.billnextcloud.command;

import org.jspecify.annotations.NullMarked;
