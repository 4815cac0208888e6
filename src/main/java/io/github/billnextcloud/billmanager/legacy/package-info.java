/** What the former module of our name has left in the panel. */
@NullMarked
package io.github.billnextcloud.billmanager.legacy;

import org.jspecify.annotations.NullMarked;
