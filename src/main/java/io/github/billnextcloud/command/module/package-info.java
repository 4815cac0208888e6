/** What concerns a processing module as a whole. */
package io.github.billnextcloud.command.module;
