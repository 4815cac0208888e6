/** Both sides of a cloud compared: what is billed, and what is there. */
package io.github.billnextcloud.operator.audit;
