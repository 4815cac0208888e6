/** The strong-room: what must not be seen. Knows nothing of the other rooms. */
@NullMarked
package io.github.billnextcloud.secret;

import org.jspecify.annotations.NullMarked;
