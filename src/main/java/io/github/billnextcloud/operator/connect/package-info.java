/** Gets a processing module a credential of its cloud that is cheaper and can be taken back. */
@NullMarked
package io.github.billnextcloud.operator.connect;

import org.jspecify.annotations.NullMarked;
