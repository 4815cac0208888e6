/**
 * The log on the disk: how it is written and rotated, how much it tells, and how it is read again
 * as stories. It knows no other room.
 */
package io.github.billnextcloud.journal;
