/** The host: one service of the panel as a command sees it, its locks and confirmations. */
@NullMarked
package io.github.billnextcloud.billmanager;

import org.jspecify.annotations.NullMarked;
