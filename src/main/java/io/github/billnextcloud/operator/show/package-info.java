/** One service as the panel and the cloud have it. */
package io.github.billnextcloud.operator.show;
