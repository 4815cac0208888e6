/** The tables of the panel, and the key of its secrets. */
package io.github.billnextcloud.billmanager.database;
