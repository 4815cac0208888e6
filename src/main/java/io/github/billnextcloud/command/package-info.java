/** What is common to all commands, and the one table of what a failure means. */
package io.github.billnextcloud.command;
