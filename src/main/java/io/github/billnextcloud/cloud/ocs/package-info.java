/** The OCS provisioning API of Nextcloud and ownCloud 10: one client, one request per route. */
@NullMarked
package io.github.billnextcloud.cloud.ocs;

import org.jspecify.annotations.NullMarked;
