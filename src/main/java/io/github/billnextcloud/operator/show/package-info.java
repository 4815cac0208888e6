/** One service as the panel and the cloud have it. */
@NullMarked
package io.github.billnextcloud.operator.show;

import org.jspecify.annotations.NullMarked;
