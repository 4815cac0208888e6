package io.github.billnextcloud.operator.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.secret.Secret;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a line of the log is not the customer's. */
class DossierLogRedactorTest {

  private static final DossierLogRedactor MASKED =
      new DossierLogRedactor(Set.of(7L, 8L), List.of(new Secret("s3cret"), new Secret("")));

  @ParameterizedTest
  @CsvSource({
    "service 7 and service 8, service 7 and service 8",
    "service 7 and service 9, service 7 and service …",
    "service 77: x, service …: x",
    "the password is s3cret, the password is ***",
    "nothing at all, nothing at all"
  })
  void ofWhenALineNamesOthersHidesThem(String line, String shown) {
    assertThat(MASKED.of(line)).isEqualTo(shown);
  }
}
