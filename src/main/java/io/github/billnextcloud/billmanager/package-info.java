/** The host's language: how BILLmanager asks, what it tells of a service, how it is answered. */
package io.github.billnextcloud.billmanager;
