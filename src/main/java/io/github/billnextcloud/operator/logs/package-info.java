/** The log, read again run by run. */
@NullMarked
package io.github.billnextcloud.operator.logs;

import org.jspecify.annotations.NullMarked;
