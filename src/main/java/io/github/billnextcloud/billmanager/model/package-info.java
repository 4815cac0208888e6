/** What the panel tells of a service: all that provisioning may know of BILLmanager. */
@NullMarked
package io.github.billnextcloud.billmanager.model;

import org.jspecify.annotations.NullMarked;
