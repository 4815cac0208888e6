/** The log, read again run by run. */
package io.github.billnextcloud.operator.logs;
