package io.github.billnextcloud.standin.cloud;

import java.util.Set;

/** The rules for ids of new users, in the words of each server. */
final class UserIds {
  private static final Set<String> RESERVED =
      Set.of(".htaccess", "files_external", "index.html", "owncloud.log");
  private static final Set<String> RESERVED_BY_NEXTCLOUD =
      Set.of("nextcloud.log", "__groupfolders", "0");

  private UserIds() {}

  /** Why the server refuses this id, or null when it takes it. */
  static String complaint(String id, Flavour flavour) {
    return flavour.nextcloud() ? ofNextcloud(id, flavour) : ofOwncloud(id);
  }

  private static String ofNextcloud(String id, Flavour flavour) {
    boolean older = flavour == Flavour.NEXTCLOUD_28;
    String word = older ? "Username" : "Login";
    if (!id.matches("[a-zA-Z0-9 _.@'-]*")) {
      return "Only the following characters are allowed in "
          + (older ? "a username" : "an Login")
          + ": \"a-z\", \"A-Z\", \"0-9\", spaces and \"_.@-'\"";
    }
    if (id.isBlank()) {
      return "A valid " + (older ? "username" : "Login") + " must be provided";
    }
    if (!id.strip().equals(id)) {
      return word + " contains whitespace at the beginning or at the end";
    }
    if (id.equals(".") || id.equals("..")) {
      return word + " must not consist of dots only";
    }
    if (id.length() > 64) {
      return flavour == Flavour.NEXTCLOUD_34 ? "Username is too long" : "Bad request";
    }
    boolean reserved = RESERVED.contains(id) || RESERVED_BY_NEXTCLOUD.contains(id);
    return reserved ? filesExist(flavour) : null;
  }

  static String filesExist(Flavour flavour) {
    String word = flavour == Flavour.NEXTCLOUD_28 ? "Username" : "Login";
    return word + " is invalid because files already exist for this user";
  }

  private static String ofOwncloud(String id) {
    if (!id.matches("[a-zA-Z0-9 +_.@'-]*")) {
      return "Only the following characters are allowed in a username: "
          + "\"a-z\", \"A-Z\", \"0-9\", and \"+_.@-'\"";
    }
    if (id.isBlank()) {
      return "A valid username must be provided";
    }
    if (!id.strip().equals(id)) {
      return "Username contains whitespace at the beginning or at the end";
    }
    if (id.length() < 3) {
      return "The username must be at least 3 characters long";
    }
    if (id.length() > 64) {
      return "The username can not be longer than 64 characters";
    }
    return RESERVED.contains(id) ? "The special username " + id + " is not allowed" : null;
  }
}
