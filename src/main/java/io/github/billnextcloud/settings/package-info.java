/** What the launcher tells the program. Knows nobody. */
package io.github.billnextcloud.settings;
