/** Sentences for people: by key, in their language, in which room they may be made or shown. */
package io.github.billnextcloud.text;
