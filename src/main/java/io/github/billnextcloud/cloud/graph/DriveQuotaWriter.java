package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.patch;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.text.Sentence;

/** Limits a drive: a user's own, or a project space. */
final class DriveQuotaWriter {

  private final GraphClient client;
  private final String product;

  /**
   * @param product by its own name
   */
  DriveQuotaWriter(GraphClient client, String product) {
    this.client = client;
    this.product = product;
  }

  /**
   * Zero is no limit to the server, so a limit of nothing is the least that there is, one byte; and
   * where the server has a largest one, no limit is that. A negative number would hide the drive.
   */
  long total(Quota quota, Sentence purpose) {
    if (!quota.isUnlimited() && quota.bytes().isEmpty()) {
      throw client.failure(
          CloudErrorKind.QUOTA_REFUSED, purpose, Sentence.of("cloud.no_such_quota", product));
    }
    return quota.isUnlimited() ? 0 : Math.max(1, quota.bytes().orElse(0));
  }

  void set(String drive, Quota quota, Sentence purpose) {
    long total = total(quota, purpose);
    GraphAnswer answer =
        client.send(
            patch(purpose, "drives", drive)
                .refusedBy(400, CloudErrorKind.QUOTA_REFUSED)
                // It was there a moment ago: the storage does not answer any more.
                .refusedBy(404, CloudErrorKind.UNREACHABLE)
                .with(
                    new JsonObjectBuilder()
                        .with("quota", new JsonObjectBuilder().with("total", total))));
    Quota kept = GraphUserParser.quota(answer.fields());
    if (kept.equals(Quota.UNSET) || kept.equals(Quota.UNKNOWN)) {
      throw client.notUnderstood(purpose);
    }
    if (!kept.equals(total == 0 ? Quota.UNLIMITED : Quota.ofBytes(total))) {
      throw client.failure(
          CloudErrorKind.QUOTA_REFUSED, purpose, Sentence.of("cloud.quota_kept_as", kept));
    }
  }
}
