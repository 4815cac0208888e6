package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.text.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Offers the clouds that can take one more account, in BILLmanager's order (contract §8.4). */
public final class GetSuitableModule implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY);
  }

  @Override
  public CommandResult run(CommandContext event) {
    XmlElement asked = event.document();
    long tariff =
        asked
            .find("pricelist")
            .map(XmlElement::text)
            .filter(it -> it.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .orElseThrow(() -> new InvalidInputException(Sentence.of("request.no_tariff")));
    Set<String> skipped =
        Arrays.stream(asked.text("skip_modules").split("[,\\s]+")).collect(Collectors.toSet());
    List<Long> linked = new ProcessingModuleRepository(event.panel()).ofTariff(tariff);
    XmlBuilder answer = XmlBuilder.doc().open("modules");
    new SuitableModuleFilter(event.panel())
        .among(linked.stream().filter(id -> !skipped.contains(id.toString())).toList())
        .forEach(id -> answer.open("module").with("id", id).close("module"));
    return answer.close("modules");
  }
}
