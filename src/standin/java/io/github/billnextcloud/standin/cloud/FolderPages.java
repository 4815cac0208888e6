package io.github.billnextcloud.standin.cloud;

import io.github.billnextcloud.standin.cloud.Answer.Voice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folders of users by WebDAV, and with which groups they share them: each as himself only, whoever
 * he is. As Nextcloud 28, 34 and ownCloud 10 were recorded.
 */
final class FolderPages {
  private static final Pattern FOLDER =
      Pattern.compile("MKCOL remote\\.php/dav/files/([^/]+)/([^/]+)");
  private static final Pattern SHARES =
      Pattern.compile("apps/files_sharing/api/v1/shares(?:/(\\d+))?");

  private final State state;
  private final boolean nextcloud;

  FolderPages(State state) {
    this.state = state;
    this.nextcloud = state.flavour.nextcloud();
  }

  /** Of what is no OCS: "MKCOL remote.php/dav/…". */
  boolean knows(String page) {
    return FOLDER.matcher(page).matches();
  }

  Answer answer(String page, Caller caller) {
    Matcher folder = FOLDER.matcher(page);
    if (caller.isNobody() || !folder.matches()) {
      return error(401, "NotAuthenticated", "No public access to this resource.");
    }
    Account account = caller.account();
    if (!folder.group(1).equals(account.id())) {
      return error(403, "Forbidden", "Permission denied to create directory");
    }
    if (account.folders().contains(folder.group(2))) {
      return error(405, "MethodNotAllowed", "The resource you tried to create already exists");
    }
    if (account.isFull()) {
      return full(folder.group(2));
    }
    account.folders().add(folder.group(2));
    return Answer.raw(201, Answer.HTML, "");
  }

  private Answer full(String name) {
    if (state.flavour.olderNextcloud()) {
      return error(403, "Forbidden", "Could not create directory //" + name);
    }
    return error(
        507,
        "InsufficientStorage",
        nextcloud
            ? "Insufficient space in /. Cannot create directory"
            : "Creation of empty directories is forbidden in case of no available quota");
  }

  private static Answer error(int status, String kind, String words) {
    return Answer.raw(
        status,
        Answer.APPLICATION_XML,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
            + "<d:error xmlns:d=\"DAV:\" xmlns:s=\"http://sabredav.org/ns\">\n"
            + "  <s:exception>Sabre\\DAV\\Exception\\"
            + kind
            + "</s:exception>\n  <s:message>"
            + words
            + "</s:message>\n</d:error>\n");
  }

  /** Null when it is asked for something else. */
  Answer ofApi(String path, Call call, Caller caller) {
    Matcher shares = SHARES.matcher(path);
    if (!shares.matches()) {
      return null;
    }
    if (caller.isNobody()) {
      return Answer.no(Voice.FRAMEWORK, 997, "Current user is not logged in");
    }
    if (shares.group(1) != null) {
      GroupShare share = state.shares.get(Integer.parseInt(shares.group(1)));
      return share == null || share.owner() != caller.account() || !call.method().equals("PUT")
          ? wrongShare()
          : permit(share, call);
    }
    String folder = call.fieldOrEmpty("path").replaceFirst("^/", "");
    if (!caller.account().folders().contains(folder)) {
      return no(404, "Wrong path, file/folder " + (nextcloud ? "does not" : "doesn't") + " exist");
    }
    return call.method().equals("GET")
        ? ok(
            state.shares.values().stream()
                .filter(it -> isOf(it, caller, folder))
                .map(this::row)
                .toList())
        : share(folder, call, caller);
  }

  private static boolean isOf(GroupShare share, Caller caller, String folder) {
    return share.owner() == caller.account() && share.path().equals("/" + folder);
  }

  private Answer share(String folder, Call call, Caller caller) {
    String group = call.fieldOrEmpty("shareWith");
    if (!state.groupSharing) {
      return no(404, "Group sharing is disabled by the administrator");
    }
    if (!state.groups.contains(group)) {
      return no(404, "Please specify a valid group");
    }
    boolean only = state.sharesWithOwnGroupsOnly();
    if (only && !caller.account().groups().contains(group)) {
      return no(403, "Sharing is only allowed within your own groups");
    }
    for (GroupShare there : state.shares.values()) {
      if (isOf(there, caller, folder) && there.group().equals(group)) {
        return nextcloud ? ok(row(there)) : no(403, "Path already shared with this group");
      }
    }
    int permissions = Integer.parseInt(call.fieldOrEmpty("permissions"));
    return ok(row(state.addShare(caller.account(), "/" + folder, group, permissions)));
  }

  private Answer permit(GroupShare share, Call call) {
    share.setPermissions(Integer.parseInt(call.fieldOrEmpty("permissions")));
    return ok(row(share));
  }

  private static Answer wrongShare() {
    return no(404, "Wrong share ID, share does not exist");
  }

  private static Answer ok(Object data) {
    return new Answer.Ocs(Voice.FRAMEWORK, 100, null, data);
  }

  private static Answer no(int code, String words) {
    return Answer.no(Voice.FRAMEWORK, code, words);
  }

  private Map<String, Object> row(GroupShare share) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", Integer.toString(share.id()));
    row.put("share_type", 1);
    row.put("uid_owner", share.owner().id());
    row.put("displayname_owner", share.owner().displayName());
    row.put("permissions", share.permissions());
    row.put("path", share.path());
    row.put("item_type", "folder");
    row.put("file_target", share.path());
    row.put("share_with", share.group());
    row.put("share_with_displayname", share.group());
    return row;
  }
}
