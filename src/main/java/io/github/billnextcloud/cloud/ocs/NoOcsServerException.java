package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.text.Sentence;

/**
 * Refused as Infinite Scale and OpenCloud do, which have left next to nothing of OCS: what it is
 * may be asked then. The kind is that of any server that answers so.
 */
public final class NoOcsServerException extends CloudException {

  private static final long serialVersionUID = 1;

  NoOcsServerException(CloudErrorKind kind, Sentence sentence) {
    super(kind, sentence);
  }
}
