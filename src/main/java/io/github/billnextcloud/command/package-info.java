/** What BILLmanager asks: one small class per command, and the one place where failures end. */
package io.github.billnextcloud.command;
