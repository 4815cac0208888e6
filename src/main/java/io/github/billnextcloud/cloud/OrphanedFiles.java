package io.github.billnextcloud.cloud;

import java.util.OptionalLong;

/**
 * Files that a cloud keeps of a user who is gone: nobody can reach them, and they take room.
 *
 * @param space by which the cloud knows where they are
 * @param owner by which it knew the user, as {@link UserId#stable} has it
 * @param bytes empty where the cloud does not tell
 */
public record OrphanedFiles(String space, String owner, OptionalLong bytes) {}
