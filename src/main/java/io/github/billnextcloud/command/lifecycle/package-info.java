/** What happens to one service, from the order to the end. */
@NullMarked
package io.github.billnextcloud.command.lifecycle;

import org.jspecify.annotations.NullMarked;
