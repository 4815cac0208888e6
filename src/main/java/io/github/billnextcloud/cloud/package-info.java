/**
 * The cloud's language: one interface, {@link io.github.billnextcloud.cloud.Cloud}, and its words.
 */
package io.github.billnextcloud.cloud;
