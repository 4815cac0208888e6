/** What the doctor looks at, from the name of the host to the rights of the account. */
package io.github.billnextcloud.cloud.probe;
