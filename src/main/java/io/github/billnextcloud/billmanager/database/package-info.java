/** The tables of the panel, and the key of its secrets. */
@NullMarked
package io.github.billnextcloud.billmanager.database;

import org.jspecify.annotations.NullMarked;
