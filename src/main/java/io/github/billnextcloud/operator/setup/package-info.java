/** Makes a product in the panel. */
package io.github.billnextcloud.operator.setup;
