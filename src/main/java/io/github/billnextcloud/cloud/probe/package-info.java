/** What the doctor looks at, from the name of the host to the rights of the account. */
@NullMarked
package io.github.billnextcloud.cloud.probe;

import org.jspecify.annotations.NullMarked;
