/** What each error means: {@code Explain}, then {@code Explanation}. */
package io.github.billnextcloud.operator.explain;
