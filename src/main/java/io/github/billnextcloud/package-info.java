/** Where the program begins and ends. */
@NullMarked
package io.github.billnextcloud;

import org.jspecify.annotations.NullMarked;
