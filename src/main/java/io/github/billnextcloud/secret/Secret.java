package io.github.billnextcloud.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A value that cannot be printed by accident: {@link #toString()} is three stars. */
public final class Secret {

  /** What stands in for a secret wherever one is shown. */
  public static final String MASK = "***";

  private static final String MAC = "HmacSHA256";
  private static final int SIGNED_BYTES = 16;

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

  /** What only a holder of this secret can say of a text, and what does not give it away. */
  public Secret signed(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), MAC));
      byte[] said = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return new Secret(HexFormat.of().formatHex(said, 0, SIGNED_BYTES));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java has " + MAC, missing);
    }
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
