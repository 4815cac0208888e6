/**
 * A worker that stays: takes requests from the launcher over a Unix socket, a few at once, and ends
 * when nobody asks or when it is out of date. What a request means is not its business.
 */
@NullMarked
package io.github.billnextcloud.resident;

import org.jspecify.annotations.NullMarked;
