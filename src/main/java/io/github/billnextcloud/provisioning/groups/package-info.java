/** Which groups a tariff's settings mean for one service. Pure. */
@NullMarked
package io.github.billnextcloud.provisioning.groups;

import org.jspecify.annotations.NullMarked;
