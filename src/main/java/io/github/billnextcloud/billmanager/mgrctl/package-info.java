/** The control utility of the panel, and what else of it is started. */
@NullMarked
package io.github.billnextcloud.billmanager.mgrctl;

import org.jspecify.annotations.NullMarked;
