/** What concerns a processing module as a whole. */
@NullMarked
package io.github.billnextcloud.command.module;

import org.jspecify.annotations.NullMarked;
