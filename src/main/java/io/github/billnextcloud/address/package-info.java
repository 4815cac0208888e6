/** Where a cloud is: below the host's language and the cloud's, because both compare it. */
package io.github.billnextcloud.address;
