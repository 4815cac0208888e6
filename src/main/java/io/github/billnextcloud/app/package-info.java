/** From {@code Main} to the command: the two tables of commands, and the one runner. */
package io.github.billnextcloud.app;
