/** What a customer who leaves may ask for: that nothing is kept, and what was. */
@NullMarked
package io.github.billnextcloud.operator.leaving;

import org.jspecify.annotations.NullMarked;
