package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.PanelModules;
import io.github.billnextcloud.billmanager.XmlIn;
import io.github.billnextcloud.billmanager.XmlOut;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Offers the clouds that can take one more account, in BILLmanager's order (contract §8.4). */
final class GetSuitableModule implements Command {

  @Override
  public Answer run(Event event) {
    XmlIn asked = XmlIn.parse(event.stdin());
    String tariff = asked.find("pricelist").map(XmlIn::text).orElse("");
    if (!tariff.matches("\\d{1,18}")) {
      throw new BadRequest("The order names no tariff", null);
    }
    Set<String> skipped =
        Arrays.stream(asked.text("skip_modules").split("[,\\s]+")).collect(Collectors.toSet());
    List<Long> linked = new PanelModules(event.panel()).ofTariff(Long.parseLong(tariff));
    XmlOut answer = XmlOut.doc().open("modules");
    new Suitability(event.panel())
        .among(linked.stream().filter(id -> !skipped.contains(id.toString())).toList())
        .forEach(id -> answer.open("module").with("id", id).close("module"));
    return answer.close("modules");
  }
}
