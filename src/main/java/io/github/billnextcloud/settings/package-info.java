/** What the launcher tells the program. Knows nobody. */
@NullMarked
package io.github.billnextcloud.settings;

import org.jspecify.annotations.NullMarked;
