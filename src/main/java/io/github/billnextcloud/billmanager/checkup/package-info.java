/** What is asked of a panel of which nothing is taken for granted. */
@NullMarked
package io.github.billnextcloud.billmanager.checkup;

import org.jspecify.annotations.NullMarked;
