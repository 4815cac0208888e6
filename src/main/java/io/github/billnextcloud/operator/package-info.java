/** What a person types: commands that BILLmanager never asks for. */
@NullMarked
package io.github.billnextcloud.operator;

import org.jspecify.annotations.NullMarked;
