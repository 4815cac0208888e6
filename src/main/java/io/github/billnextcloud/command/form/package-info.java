/** What the forms of the panel ask. */
package io.github.billnextcloud.command.form;
