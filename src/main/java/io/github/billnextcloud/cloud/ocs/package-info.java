/** The OCS provisioning API of Nextcloud and ownCloud 10: one client, one request per route. */
package io.github.billnextcloud.cloud.ocs;
