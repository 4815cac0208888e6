/** What a real panel is like, told without anybody's secrets or data. */
@NullMarked
package io.github.billnextcloud.operator.survey;

import org.jspecify.annotations.NullMarked;
