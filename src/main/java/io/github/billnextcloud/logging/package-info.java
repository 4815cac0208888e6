/** How the log is written, rotated, and how much it tells. It knows the settings only. */
package io.github.billnextcloud.logging;
