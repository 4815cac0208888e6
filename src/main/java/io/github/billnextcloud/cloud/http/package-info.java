/** How a cloud is reached: certificates, proxies, cookies and time, whatever is spoken there. */
@NullMarked
package io.github.billnextcloud.cloud.http;

import org.jspecify.annotations.NullMarked;
