/** The host: one service of the panel as a command sees it, its locks and confirmations. */
package io.github.billnextcloud.billmanager;
