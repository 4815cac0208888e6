/** What a real panel is like, told without anybody's secrets or data. */
package io.github.billnextcloud.operator.survey;
