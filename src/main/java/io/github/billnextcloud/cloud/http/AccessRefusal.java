package io.github.billnextcloud.cloud.http;

/** Why a request was not let in. */
public enum AccessRefusal {
  /** It was, or it was refused for what it asked. */
  NONE,
  /** The server does not know who we are. */
  SIGNED_OUT,
  /** The server wants to see the password first. */
  UNCONFIRMED
}
