/** One service that many use: its space, its members, and what is counted of both. */
@NullMarked
package io.github.billnextcloud.provisioning.team;

import org.jspecify.annotations.NullMarked;
