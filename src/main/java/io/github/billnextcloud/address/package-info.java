/** Where a cloud is: below the host's language and the cloud's, because both compare it. */
@NullMarked
package io.github.billnextcloud.address;

import org.jspecify.annotations.NullMarked;
