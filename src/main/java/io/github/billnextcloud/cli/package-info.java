/**
 * How one asks and is answered: the arguments, the language, help, manual page and completion, all
 * of one model of the commands. What only people read is not loaded for what BILLmanager calls.
 */
@NullMarked
package io.github.billnextcloud.cli;

import org.jspecify.annotations.NullMarked;
