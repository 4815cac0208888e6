package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.standin.cloud.Fault;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the graph service's own refusals of an edit mean. */
class GraphErrorMappingTest extends WithGraphCloud {

  @ParameterizedTest
  @CsvSource({
    "400, invalidRequest, 'invalid email address', REFUSED",
    "405, notAllowed, 'server is configured read-only', FORBIDDEN",
    "405, notAllowed, 'something else', NOT_UNDERSTOOD",
    "403, accessDenied, Forbidden, FORBIDDEN",
    "401, accessDenied, Unauthorized, FORBIDDEN",
    "409, nameAlreadyExists, 'a user with that name already exists', REFUSED",
    "499, generalException, 'anything', REFUSED",
    "500, generalException, 'anything', UNREACHABLE",
    "501, generalException, 'unsupported filter', UNREACHABLE",
    "500, generalException, 'accountEnabled option not compatible with backend', FORBIDDEN"
  })
  void refusalWhenTheServiceSaysItMeans(
      int status, String code, String message, CloudErrorKind kind) {
    UserId ann = there("ann");
    String body = "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message);
    server.fault(
        request -> request.method().equals("PATCH"),
        Fault.status(status, Map.of("X-Graph-Version", "v1.0"), "application/json", body));

    assertThatThrownBy(() -> cloud().setEmail(ann, "ann@example.org"))
        .isInstanceOfSatisfying(
            CloudException.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
        .hasMessageContaining(message);
  }
}
