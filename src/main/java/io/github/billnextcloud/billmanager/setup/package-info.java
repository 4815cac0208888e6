/** What a product needs in the panel: how to look for it, and how to make it. */
@NullMarked
package io.github.billnextcloud.billmanager.setup;

import org.jspecify.annotations.NullMarked;
