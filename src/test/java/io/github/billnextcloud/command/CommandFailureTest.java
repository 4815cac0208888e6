package io.github.billnextcloud.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What was thrown becomes what it means: the words of the document, and who acts next. */
class CommandFailureTest {

  private static final String TEXT = "The user user_7 <\"&> is not there";
  private static final Sentence SENTENCE = Sentence.verbatim(TEXT);

  @ParameterizedTest
  @CsvSource({
    "UNREACHABLE, cloud_unreachable, true",
    "BUSY, cloud_busy, true",
    "THROTTLED, cloud_throttled, true",
    "NOT_UNDERSTOOD, cloud_not_understood, true",
    "NOT_KEPT, cloud_not_as_wanted, true",
    "UNAUTHORIZED, cloud_unauthorized, false",
    "FORBIDDEN, cloud_forbidden, false",
    "CERTIFICATE, cloud_certificate, false",
    "WRONG_ADDRESS, cloud_wrong_address, false",
    "USER_EXISTS, account_collision, false",
    "USER_MISSING, account_missing, false",
    "GROUP_MISSING, group_missing, false",
    "GROUP_FORBIDDEN, group_forbidden, false",
    "PASSWORD_REFUSED, password_refused, false",
    "QUOTA_REFUSED, quota_refused, false",
    "REFUSED, cloud_refused, false"
  })
  void ofWhenCloudFailsNamesProblemAndWhoActs(
      CloudException.CloudErrorKind kind, String type, boolean passes) {
    assertProblem(new CloudException(kind, SENTENCE), type, passes);
  }

  @ParameterizedTest
  @CsvSource({
    "COLLISION, account_collision",
    "SHARED, account_shared",
    "ADMINISTRATOR, account_administrator",
    "MISSING, account_missing",
    "ADMINISTRATORS_GROUP, group_forbidden",
    "NO_DISK, disk_missing",
    "BAD_DISK, disk_invalid",
    "UNKNOWN_UNIT, unit_unknown",
    "BAD_USERNAME, username_invalid",
    "FORBIDDEN_USERNAME, username_forbidden",
    "BAD_TARIFF, tariff_invalid",
    "BELOW_USE, quota_below_use",
    "NO_LETTER, letter_unknown",
    "BAD_SETTINGS, settings_incomplete"
  })
  void ofWhenWeRefuseNamesProblemForTheOperator(ProvisioningException.Reason reason, String type) {
    assertProblem(new ProvisioningException(reason, SENTENCE), type, false);
  }

  @ParameterizedTest
  @CsvSource({
    "LOCKED, service_locked, true",
    "NOT_THERE, billing_not_there, true",
    "NO_ANSWER, billing_refused, true",
    "RESTARTING, billing_refused, true",
    "REFUSED, billing_refused, true",
    "DATABASE, billing_database, true",
    "NO_SERVICE, service_unknown, false",
    "NO_MODULE, module_unknown, false",
    "UNREADABLE_SECRET, secret_unreadable, false",
    "INCOMPLETE, settings_incomplete, false",
    "STOPPED, stopped, true"
  })
  void ofWhenBillingFailsNamesProblemAndWhoActs(
      BillingException.BillingErrorKind kind, String type, boolean passes) {
    assertProblem(new BillingException(kind, SENTENCE, null), type, passes);
  }

  private static void assertProblem(Throwable thrown, String type, boolean passes) {
    CommandFailure failure = CommandFailure.of(thrown);
    assertThat(failure.problem().type()).isEqualTo("pmnextcloud_" + type);
    assertThat(failure.isFinalAfter(() -> OptionalLong.of(9))).isNotEqualTo(passes);
    assertThat(failure.isBug()).isFalse();
    assertThat(failure.sentence(Language.EN)).isEqualTo(TEXT);
  }

  @Test
  void isFinalAfterWhenTheTenthTryFailedHolds() {
    CommandFailure failure =
        CommandFailure.of(new CloudException(CloudException.CloudErrorKind.BUSY, SENTENCE));
    assertThat(failure.isFinalAfter(() -> OptionalLong.of(10))).isTrue();
  }

  /** BILLmanager comes back more often than the cloud's window of ten minutes allows. */
  @Test
  void isFinalAfterWhenThrottledNeverHolds() {
    CommandFailure failure =
        CommandFailure.of(new CloudException(CloudException.CloudErrorKind.THROTTLED, SENTENCE));
    assertThat(failure.isFinalAfter(() -> OptionalLong.of(1_000))).isFalse();
  }

  /** What was thrown then was thrown because of the signal, and says something else. */
  @Test
  void ofWhenASignalCameSaysSoAndStaysAutomatic() {
    Thread.currentThread().interrupt();
    try {
      assertThat(
              CommandFailure.of(
                  new CloudException(CloudException.CloudErrorKind.FORBIDDEN, SENTENCE)))
          .hasToString("pmnextcloud_stopped: Stopped; nothing is lost, run it again")
          .returns(false, failure -> failure.isFinalAfter(() -> OptionalLong.of(1_000)));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(CloudException.CloudErrorKind.class)
  void ofWhenCloudHasNewKindKnowsIt(CloudException.CloudErrorKind kind) {
    assertThat(CommandFailure.of(new CloudException(kind, SENTENCE)).isBug()).isFalse();
  }

  @Test
  void ofWhenRequestIsUnreadableNamesIt() {
    assertProblem(new InvalidInputException(SENTENCE, null), "request_unreadable", false);
  }

  @Test
  void unknownCommandWhenAskedNamesIt() {
    assertThat(CommandFailure.of(new UnknownCommandException("dance")))
        .hasToString("pmnextcloud_command_unknown: There is no command 'dance'");
  }

  @Test
  void ofWhenUnexpectedIsBug() {
    assertThat(CommandFailure.of(new IllegalStateException("hunter2")))
        .matches(CommandFailure::isBug)
        .hasToString("pmnextcloud_internal_error: IllegalStateException");
  }

  /** Of one request among others in the same worker, perhaps in a thread of its own. */
  @Test
  void ofWhenMemoryIsShortPassesByItself() {
    for (Throwable thrown :
        List.of(
            new OutOfMemoryError("Java heap space"),
            new IllegalStateException(new OutOfMemoryError("Java heap space")))) {
      CommandFailure failure = CommandFailure.of(thrown);
      assertThat(failure.id()).isEqualTo("pmnextcloud_memory_exhausted");
      assertThat(failure.isBug()).isFalse();
      assertThat(failure.isFinalAfter(() -> OptionalLong.of(1))).isFalse();
    }
  }

  @Test
  void ofWhenLibraryIsMissingIsBug() {
    assertThat(CommandFailure.of(new NoClassDefFoundError("okhttp3/Call")).isBug()).isTrue();
  }

  @Test
  void documentWhenUnexpectedHidesTheMessage() {
    CommandFailure failure = CommandFailure.of(new IllegalStateException("hunter2"));
    assertThat(failure.document("open", Language.EN).toString()).doesNotContain("hunter2");
  }

  @Test
  void documentWhenReadHasTypeAndObject() {
    assertThat(error())
        .extracting(error -> error.text("type"), error -> error.text("object"))
        .containsExactly("pmnextcloud_account_missing", "resume");
  }

  @Test
  void documentWhenReadHasItsSentenceAsParams() {
    List<XmlElement> params = error().all("param");
    assertThat(params)
        .extracting(param -> param.text("name") + " = " + param.text())
        .containsExactly("object = resume", "value = " + TEXT, "reason = " + TEXT);
  }

  private static XmlElement error() {
    CommandFailure failure =
        CommandFailure.of(
            new ProvisioningException(ProvisioningException.Reason.MISSING, SENTENCE));
    byte[] document =
        failure.document("resume", Language.EN).toString().getBytes(StandardCharsets.UTF_8);
    return XmlElement.parse(new ByteArrayInputStream(document)).first("error").orElseThrow();
  }
}
