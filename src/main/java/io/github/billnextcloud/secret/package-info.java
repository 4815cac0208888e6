/** The strong-room: what must not be seen. Knows nothing of the other rooms. */
package io.github.billnextcloud.secret;
