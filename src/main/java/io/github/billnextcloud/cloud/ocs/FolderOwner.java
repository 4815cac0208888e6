package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.post;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.put;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A technical account at the moment in which its password is known: what nobody but itself can do.
 * It needs no more than that moment, after which nobody knows the password any more.
 */
record FolderOwner(CloudEndpoint server, OcsClient client, UserId id, Secret password) {

  private static final String SHARES = "shares";
  private static final String WITH_GROUP = "1";

  /** Read, update, create, delete, and not share: what a member shared on would outlive him. */
  private static final int MEMBERS_MAY = 15;

  /** The first time makes the home. */
  void signIn() {
    send(get(Sentence.of("purpose.sign_in_as", id), "user").orInXml());
  }

  void makeFolder(String name) {
    send(OcsRequest.folder(Sentence.of("change.make_shared_folder", name, id), id.value(), name));
  }

  /** Shares the folder with the group, and looks that it is. */
  void share(String name, String group) {
    Sentence purpose = Sentence.of("change.share_folder", name, group);
    Map<String, Object> share =
        find(name, group).or(() -> made(name, group, purpose)).orElseThrow(() -> notKept(purpose));
    if (permissions(share) != MEMBERS_MAY) {
      send(
          shares(put(purpose, SHARES, String.valueOf(share.get("id"))))
              .with("permissions", Integer.toString(MEMBERS_MAY)));
      if (find(name, group).filter(it -> permissions(it) == MEMBERS_MAY).isEmpty()) {
        throw notKept(purpose);
      }
    }
  }

  /** ownCloud refuses what is shared already, and an answer may be lost: so it is looked at. */
  private Optional<Map<String, Object>> made(String name, String group, Sentence purpose) {
    try {
      send(
          shares(post(purpose, SHARES))
              .once()
              .with("path", "/" + name)
              .with("shareType", WITH_GROUP)
              .with("shareWith", group)
              .with("permissions", Integer.toString(MEMBERS_MAY)));
      return find(name, group);
    } catch (CloudException unclear) {
      return Optional.of(find(name, group).orElseThrow(() -> unclear));
    }
  }

  private CloudException notKept(Sentence purpose) {
    return new CloudException(
        CloudErrorKind.NOT_KEPT, server.failed(purpose, Sentence.of("cloud.share_not_kept")));
  }

  private Optional<Map<String, Object>> find(String name, String group) {
    OcsAnswer answer =
        send(
            shares(get(Sentence.of("purpose.shares_of", name), SHARES)).asking("path", "/" + name));
    return answer.data() instanceof List<?> rows
        ? rows.stream().map(OcsAnswer::asMap).filter(it -> isWith(it, group)).findFirst()
        : Optional.empty();
  }

  private static boolean isWith(Map<String, Object> share, String group) {
    return WITH_GROUP.equals(String.valueOf(share.get("share_type")))
        && group.equals(share.get("share_with"));
  }

  private static long permissions(Map<String, Object> share) {
    return OcsUserReader.number(share.get("permissions")).orElse(0);
  }

  private static OcsRequest shares(OcsRequest request) {
    return request.of("apps/files_sharing/api/v1");
  }

  /** What it is not let do says nothing of our own account. */
  private OcsAnswer send(OcsRequest request) {
    try {
      return client.send(request.as(CloudCredentials.basic(id.value(), password)));
    } catch (CloudException no) {
      if (no.kind() == CloudErrorKind.UNAUTHORIZED) {
        throw new CloudException(
            CloudErrorKind.REFUSED, Sentence.of("cloud.folder_owner_kept_out", no, id));
      }
      throw no.kind() == CloudErrorKind.FORBIDDEN
          ? new CloudException(CloudErrorKind.REFUSED, no.sentence())
          : no;
    }
  }
}
