package io.github.billnextcloud.secret;

import java.util.Objects;

/** A value that cannot be printed by accident: {@link #toString()} is three stars. */
public final class Secret {

  /** What stands in for a secret wherever one is shown. */
  public static final String MASK = "***";

  private final String value;

  public Secret(String value) {
    this.value = Objects.requireNonNull(value);
  }

  /** The value itself, for the few places that hand it on: a request, a call-back's environment. */
  public String reveal() {
    return value;
  }

  public boolean isBlank() {
    return value.isBlank();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && value.equals(secret.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }
}
