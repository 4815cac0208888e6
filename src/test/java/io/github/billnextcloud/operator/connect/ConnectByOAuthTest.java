package io.github.billnextcloud.operator.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.OAuthTokenPair;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.OAuthTokenParams;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A module that OAuth grants access, and whatever a person or a cloud can do in between. */
class ConnectByOAuthTest extends WithConnect {

  private void moduleOf(Flavour flavour, Map<String, String> secrets) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("nc_oauth_secret", "its-secret");
    all.putAll(secrets);
    moduleOf(flavour, Map.of("nc_oauth_client", "client-of-the-stand-in"), all);
    cloud.registerOAuthClient("client-of-the-stand-in", "its-secret");
  }

  /** Somebody who reads what the program says and agrees in a browser. */
  private final class Person extends InputStream {

    private final UnaryOperator<String> copies;
    private InputStream typed;

    Person(UnaryOperator<String> copies) {
      this.copies = copies;
    }

    @Override
    public int read() throws IOException {
      if (typed == null) {
        String said = terminal.toString(StandardCharsets.UTF_8);
        String state = said.replaceFirst("(?s).*[?&]state=(\\w+).*", "$1");
        String address =
            cloud.url()
                + "/status.php?state="
                + state
                + "&code="
                + cloud.grantOAuth(CloudStandIn.ADMIN);
        typed =
            new ByteArrayInputStream(
                (copies.apply(address) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return typed.read();
    }
  }

  private CommandResult granted() {
    return typed(new Person(UnaryOperator.identity()), "--oauth");
  }

  private Optional<OAuthTokenPair> grant() {
    return OAuthTokenParams.of(storedModule());
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void oauthWhenGrantedSavesTokensThatReadAndChange(Flavour flavour) {
    moduleOf(flavour, Map.of());

    CommandResult answer = granted();

    assertThat(answer.exitCode()).isZero();
    assertThat(terminal.toString(StandardCharsets.UTF_8))
        .contains(
            cloud.url()
                + "/index.php/apps/oauth2/authorize?response_type=code"
                + "&client_id=client-of-the-stand-in&redirect_uri=http%3A%2F%2F127.0.0.1%3A");
    OAuthTokenPair grant = grant().orElseThrow();
    assertThat(grant.asPassword()).isEqualTo(flavour != Flavour.OWNCLOUD_10);
    assertThat(answer.text())
        .contains(cloud.url().toString(), "as admin", "OAuth tokens are saved")
        .doesNotContain(grant.access().reveal(), grant.refresh().reveal());
    assertThat(panel.query("SELECT * FROM processingcryptedparam").toString())
        .doesNotContain(grant.access().reveal(), grant.refresh().reveal());
    cloud.forgetRequests();
    ModuleCloud.of(storedModule(), Timeouts.FORM, new LocalPanel(root)).checkAccess();
    assertThat(cloud.requests()).isNotEmpty();
  }

  /** Where no app password may write without it, the password stays needed. */
  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void oauthWhenNoPasswordIsStoredWorksWhereTheVersionLetsItWrite(Flavour flavour) {
    moduleOf(flavour, Map.of("nc_password", ""));

    CommandResult answer = granted();

    if (flavour == Flavour.NEXTCLOUD_34) {
      assertThat(answer.exitCode()).isOne();
      assertThat(answer.text()).contains("fill in nc_password, too");
      assertThat(grant()).isEmpty();
      assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isZero();
    } else {
      assertThat(answer.exitCode()).isZero();
      assertThat(grant()).isPresent();
    }
  }

  @Test
  void oauthWhenOnlyTheCodeIsTypedTakesIt() {
    moduleOf(Flavour.NEXTCLOUD_28, Map.of());

    assertThat(typed(new Person(it -> it.replaceFirst(".*code=", "")), "--oauth").exitCode())
        .isZero();
  }

  @Test
  void oauthWhenTheAddressIsOfAnotherAttemptAsksForNoTokens() {
    moduleOf(Flavour.NEXTCLOUD_28, Map.of());

    CommandResult answer =
        typed(new Person(it -> it.replaceFirst("state=\\w+", "state=another")), "--oauth");

    assertThat(answer.exitCode()).isOne();
    assertThat(answer.text()).contains("state");
    assertThat(cloud.routes()).noneMatch(it -> it.contains("token"));
    assertThat(grant()).isEmpty();
  }

  @Test
  void oauthWhenTheOwnerSaysNoTellsSo() {
    moduleOf(Flavour.NEXTCLOUD_28, Map.of());

    CommandResult answer =
        typed(new Person(it -> it.replaceFirst("code=.*", "error=access_denied")), "--oauth");

    assertThat(answer.text()).contains("not granted: access_denied");
  }

  @Test
  void oauthWhenNobodyTypesAnythingTellsSo() {
    moduleOf(Flavour.NEXTCLOUD_28, Map.of());

    assertThat(typed(InputStream.nullInputStream(), "--oauth").text()).contains("No address");
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void oauthWhenTheCodeIsNoneSaysSo(Flavour flavour) {
    moduleOf(flavour, Map.of());

    CommandResult answer = typed(new Person(it -> it + "more"), "--oauth");

    assertThat(answer.exitCode()).isOne();
    assertThat(answer.text()).contains("does not take this code");
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void oauthWhenTheClientsSecretIsWrongNamesTheSetting(Flavour flavour) {
    moduleOf(flavour, Map.of("nc_oauth_secret", "another-secret"));

    assertThatThrownBy(this::granted)
        .isInstanceOf(CloudException.class)
        .hasMessageContaining("invalid_client")
        .hasMessageContaining("nc_oauth_secret");
  }

  @Test
  void oauthWhenNoClientIsFilledInSaysHowToMakeOne() {
    moduleOf(Flavour.NEXTCLOUD_28, Map.of("nc_oauth_secret", ""));

    assertThatThrownBy(this::granted)
        .isInstanceOf(ProvisioningException.class)
        .hasMessageContaining(cloud.url() + "/status.php");
    assertThat(cloud.requests()).isEmpty();
  }

  @Test
  void oauthWhenAnotherAccountHasGrantedTakesItBack() {
    moduleOf(Flavour.NEXTCLOUD_28, Map.of());
    panel.sql(
        "UPDATE processingparam SET value = 'other' WHERE processingmodule = ? AND intname ="
            + " 'nc_username'",
        module);

    CommandResult answer = granted();

    assertThat(answer.text()).contains("granted by admin", "works as other");
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isZero();
    assertThat(grant()).isEmpty();
  }

  @Test
  void oauthWhenTheCloudLetsItChangeNothingSavesNothing() {
    moduleOf(Flavour.NEXTCLOUD_28, Map.of());
    cloud.fault(it -> it.path().endsWith("/enable"), new Fault.Ocs(403, "Logged in user must be"));

    assertThatThrownBy(this::granted)
        .isInstanceOfSatisfying(
            CloudException.class, it -> assertThat(it.kind()).isEqualTo(CloudErrorKind.FORBIDDEN));
    assertThat(grant()).isEmpty();
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isZero();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void forgetTakesTheTokensBackWhereTheCloudLetsThem(Flavour flavour) {
    moduleOf(flavour, Map.of());
    granted();

    CommandResult answer = typed(InputStream.nullInputStream(), "--forget");

    assertThat(answer.exitCode()).isEqualTo(flavour == Flavour.OWNCLOUD_10 ? 1 : 0);
    assertThat(answer.text())
        .contains(
            flavour == Flavour.OWNCLOUD_10
                ? "could not be taken back: do it in the settings of the account admin"
                : "OAuth tokens were taken back",
            "removed from the panel",
            "is enough");
    assertThat(grant()).isEmpty();
    assertThat(storedModule().secret(ProcessingModule.OAUTH_REFRESH)).isEqualTo(new Secret(""));
  }

  /** Whoever has given OAuth up may have emptied the client's settings first. */
  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void forgetWhenTheClientIsNotKnownAnyMoreStillRemovesTheTokens(Flavour flavour) throws Exception {
    moduleOf(flavour, Map.of());
    granted();
    new ProcessingModuleRepository(new LocalPanel(root))
        .saveSecret(module, ProcessingModule.OAUTH_SECRET, new Secret(""));

    CommandResult answer = typed(InputStream.nullInputStream(), "--forget");

    assertThat(answer.text()).contains("could not be taken back", "removed from the panel");
    assertThat(storedModule().secret(ProcessingModule.OAUTH_ACCESS).isBlank()).isTrue();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void oauthWhenGrantedBeforeTakesTheFormerTokensBack(Flavour flavour) {
    moduleOf(flavour, Map.of());
    granted();
    Secret former = grant().orElseThrow().access();
    granted();

    assertThat(grant().orElseThrow().access()).isNotEqualTo(former);
    ProcessingModule byFormer =
        storedModule()
            .withSecret("nc_password", new Secret(""))
            .withSecret(ProcessingModule.OAUTH_ACCESS, new Secret(""))
            .withSecret("nc_token", former);
    Cloud cloudOfFormer = CloudFactory.of(byFormer, Timeouts.FORM);
    if (flavour != Flavour.OWNCLOUD_10) {
      assertThatThrownBy(() -> cloudOfFormer.findUser(new UserId("ann")))
          .isInstanceOf(CloudException.class);
    }
  }

  /** Two credentials would hide from each other that one is refused. */
  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void connectLeavesOneOfBoth(Flavour flavour) {
    moduleOf(flavour, Map.of());
    typed(InputStream.nullInputStream(), "--lang=en");
    assertThat(storedModule().secret(ProcessingModule.APP_PASSWORD).isBlank()).isFalse();

    assertThat(granted().text()).contains("app password was taken back");
    assertThat(storedModule().secret(ProcessingModule.APP_PASSWORD).isBlank()).isTrue();
    assertThat(grant()).isPresent();

    assertThat(typed(InputStream.nullInputStream(), "--lang=en").text()).contains("OAuth tokens");
    assertThat(storedModule().secret(ProcessingModule.APP_PASSWORD).isBlank()).isFalse();
    assertThat(grant()).isEmpty();
  }
}
