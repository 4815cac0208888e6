/** What the forms of the panel ask. */
@NullMarked
package io.github.billnextcloud.command.form;

import org.jspecify.annotations.NullMarked;
