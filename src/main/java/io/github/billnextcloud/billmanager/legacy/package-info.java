/** What the former module of our name has left in the panel. */
package io.github.billnextcloud.billmanager.legacy;
