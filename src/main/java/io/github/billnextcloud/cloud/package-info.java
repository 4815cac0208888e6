/**
 * The cloud's language: one interface, {@link io.github.billnextcloud.cloud.Cloud}, and its words.
 */
@NullMarked
package io.github.billnextcloud.cloud;

import org.jspecify.annotations.NullMarked;
