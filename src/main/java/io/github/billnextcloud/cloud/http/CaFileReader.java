package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.text.Sentence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Authorities of one's own, one PEM block after the other, with anything between them. */
record CaFileReader(String path) {

  /** Bytes; the roots of a whole system have half a million. */
  private static final long LONGEST = 4L << 20;

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END");

  /**
   * @throws UnusableSettingException with the sentence that tells why it cannot be used
   */
  List<X509Certificate> certificates() {
    try {
      Path file = Path.of(path);
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        throw new UnusableSettingException(Sentence.of("cloud.ca_no_file", path));
      }
      List<X509Certificate> found = new ArrayList<>();
      CertificateFactory reader = CertificateFactory.getInstance("X.509");
      Matcher blocks = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      while (blocks.find()) {
        byte[] block = Base64.getMimeDecoder().decode(blocks.group(1));
        found.add((X509Certificate) reader.generateCertificate(new ByteArrayInputStream(block)));
      }
      if (found.isEmpty()) {
        throw new UnusableSettingException(Sentence.of("cloud.ca_no_certificate", path));
      }
      return found;
    } catch (IOException | CertificateException | IllegalArgumentException unreadable) {
      throw new UnusableSettingException(Sentence.of("cloud.ca_unreadable", path), unreadable);
    }
  }
}
