/** Sentences for people: by key, in their language, in which room they may be made or shown. */
@NullMarked
package io.github.billnextcloud.text;

import org.jspecify.annotations.NullMarked;
