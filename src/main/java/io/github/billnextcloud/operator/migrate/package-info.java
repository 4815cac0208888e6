/** From ISPsystem's own module of this name to this one. */
package io.github.billnextcloud.operator.migrate;
