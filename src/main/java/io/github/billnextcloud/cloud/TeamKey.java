package io.github.billnextcloud.cloud;

import java.util.Optional;

/**
 * By what the space of a team is known. Never by its name, which is not unique, and others' to
 * change.
 *
 * @param mark ours alone, and on record before the space is made: the team's group on Nextcloud,
 *     the description on Infinite Scale and OpenCloud
 * @param spaceId that the cloud has given it; empty until it is on record
 * @param name under which members see it, where it is free
 */
public record TeamKey(String mark, Optional<String> spaceId, String name) {}
