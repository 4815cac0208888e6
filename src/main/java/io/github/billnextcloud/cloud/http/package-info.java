/** How a cloud is reached: certificates, proxies, cookies and time, whatever is spoken there. */
package io.github.billnextcloud.cloud.http;
