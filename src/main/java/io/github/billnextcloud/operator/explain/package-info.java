/** What each error means, and what to do about it. */
package io.github.billnextcloud.operator.explain;
