/** What the panel tells of a service: all that provisioning may know of BILLmanager. */
package io.github.billnextcloud.billmanager.model;
