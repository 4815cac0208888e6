/**
 * What others on the host and outside must not turn against us: lines that come from them and are
 * printed, and files of ours that lie where they can see them. Knows nothing of the other rooms.
 */
@NullMarked
package io.github.billnextcloud.safe;

import org.jspecify.annotations.NullMarked;
