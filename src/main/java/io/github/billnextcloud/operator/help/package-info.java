/** What is printed for the shell and for {@code man}. */
package io.github.billnextcloud.operator.help;
