package io.github.billnextcloud.operator.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gets a processing module an app password or, by OAuth, tokens of its cloud, or takes them back:
 * at once. Of both only one stays.
 */
public final class Connect implements Command {

  private static final String BROWSER = "--browser";
  private static final String FORGET = "--forget";
  private static final String OAUTH = "--oauth";
  private static final List<String> WAYS = List.of(BROWSER, FORGET, OAUTH);

  /** After which a person has something left to do. */
  private static final List<String> LEFT_TO_DO =
      List.of(
          "connect.not_found",
          "connect.former_left",
          "connect.oauth_left",
          "connect.password_refused",
          "connect.nothing_left");

  @Override
  @SuppressWarnings("try") // The lock is only held.
  public CommandResult run(CommandContext event) {
    Invocation asked = event.invocation();
    List<String> ways = WAYS.stream().filter(asked::isOn).toList();
    if (ways.size() > 1) {
      throw new InvalidInputException(Sentence.of("request.either", ways.get(0), ways.get(1)));
    }
    long id = event.module().id();
    try (ItemLock lock = event.panel().lockModule(id)) {
      // Read again: whoever had the lock may have changed it.
      List<Sentence> told = work(event, event.module());
      boolean left = told.stream().anyMatch(it -> LEFT_TO_DO.stream().anyMatch(it::says));
      return new TextResult(
          lines(told, event.language()), left && event.invocation().isOn(FORGET) ? 1 : 0);
    } catch (CredentialSetupException refused) {
      return new TextResult(lines(List.of(refused.sentence()), event.language()), 1);
    }
  }

  private static List<Sentence> work(CommandContext event, ProcessingModule module) {
    Invocation asked = event.invocation();
    AppPasswordRotation appPassword = new AppPasswordRotation(event.panel(), module);
    OAuthGrantLifecycle grant = new OAuthGrantLifecycle(event.panel(), module);
    if (asked.isOn(FORGET)) {
      return forget(appPassword, grant);
    }
    List<Sentence> told = new ArrayList<>();
    if (asked.isOn(OAUTH)) {
      told.addAll(grant.renew(event.progress()::say, () -> line(event.stdin())));
      told.addAll(appPassword.forgetFormer());
    } else {
      told.addAll(
          asked.isOn(BROWSER)
              ? appPassword.renewByBrowser(event.progress()::say)
              : appPassword.renewByPassword());
      told.addAll(grant.forget());
    }
    return told;
  }

  private static List<Sentence> forget(AppPasswordRotation appPassword, OAuthGrantLifecycle grant) {
    List<Sentence> told = new ArrayList<>(grant.forget());
    told.addAll(appPassword.forget());
    told.add(told.isEmpty() ? Sentence.of("connect.none_stored") : appPassword.typedAlone());
    return told;
  }

  /** Empty when nobody says anything. */
  private static Optional<String> line(InputStream stdin) {
    try {
      return Optional.ofNullable(new BufferedReader(new InputStreamReader(stdin, UTF_8)).readLine())
          .filter(line -> !line.isBlank());
    } catch (IOException closed) {
      return Optional.empty();
    }
  }

  private static String lines(List<Sentence> told, Language language) {
    return told.stream().map(it -> it.in(language) + "\n").collect(Collectors.joining());
  }
}
