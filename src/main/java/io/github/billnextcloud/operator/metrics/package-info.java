/**
 * Numbers for monitoring, in the text format of Prometheus: counts of the log, which grow from run
 * to run, and what the panel and the clouds say now.
 */
@NullMarked
package io.github.billnextcloud.operator.metrics;

import org.jspecify.annotations.NullMarked;
