/** The control utility of the panel, and what else of it is started. */
package io.github.billnextcloud.billmanager.mgrctl;
