/** Where billing words become cloud words: wanted, observed, plan, apply. */
@NullMarked
package io.github.billnextcloud.provisioning;

import org.jspecify.annotations.NullMarked;
