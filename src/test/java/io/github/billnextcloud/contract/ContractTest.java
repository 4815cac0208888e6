package io.github.billnextcloud.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.app.Commands;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.command.Features;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we tell BILLmanager in the XML description is what the code does. */
class ContractTest {

  /** Not commands: a module may be of a data centre, and the tariff form has fields. */
  private static final Set<String> FLAGS = Set.of("datacenter", "pricelist_dynamic_settings");

  private static final String SETTINGS = "processing.edit.pmnextcloud";
  private static final String TARIFF = "pricelist.pmnextcloud";

  private final XmlElement description = XmlDescription.read();
  private final XmlElement features =
      XmlElement.parse(new ByteArrayInputStream(Features.ANSWER.getBytes(StandardCharsets.UTF_8)));

  @Test
  void settingsWhenShownInTheFormAreThoseOfFeatures() {
    assertThat(names(XmlDescription.fields(description, SETTINGS))).isEqualTo(names(params()));
  }

  @Test
  void secretsWhenStoredAreThoseThatTheFormHides() {
    assertThat(crypted()).isEqualTo(hidden()).isNotEmpty();
  }

  @Test
  void secretsWhenStoredAreThoseThatTheCodeKnows() {
    assertThat(crypted()).containsExactlyInAnyOrderElementsOf(ProcessingModule.SECRETS);
  }

  @Test
  void settingsWhenStoredInTheClearAreThoseThatTheCodeKnows() {
    assertThat(names(params()))
        .filteredOn(name -> !crypted().contains(name))
        .containsExactlyInAnyOrderElementsOf(ProcessingModule.PLAIN);
  }

  @Test
  void productTypesWhenDescribedAreThoseOfFeatures() {
    List<XmlElement> types = features.find("itemtypes").orElseThrow().all("itemtype");
    XmlElement described = description.first("plugin").orElseThrow().first("params").orElseThrow();
    assertThat(names(described.all("type"))).isEqualTo(names(types)).isNotEmpty();
  }

  @Test
  void featuresWhenPromisedAreCommands() {
    List<XmlElement> promised = features.find("features").orElseThrow().all("feature");
    assertThat(names(promised))
        .containsAll(FLAGS)
        .filteredOn(name -> !FLAGS.contains(name))
        .allSatisfy(name -> assertThat(Commands.find(name)).isPresent());
  }

  @ParameterizedTest
  @CsvSource({"en, " + SETTINGS, "ru, " + SETTINGS, "en, " + TARIFF, "ru, " + TARIFF})
  void fieldsWhenShownHaveLabelAndHint(String language, String form) {
    Set<String> wanted =
        names(XmlDescription.fields(description, form)).stream()
            .flatMap(name -> Stream.of(name, "hint_" + name))
            .collect(Collectors.toSet());
    assertThat(XmlDescription.messages(description, language, form).keySet()).containsAll(wanted);
  }

  @Test
  void inputsWhenInFieldsHaveTheFieldsName() {
    assertThat(
            Stream.of(SETTINGS, TARIFF)
                .flatMap(form -> XmlDescription.fields(description, form).stream()))
        .isNotEmpty()
        .allSatisfy(
            field ->
                assertThat(
                        field
                            .first("input")
                            .or(() -> field.first("select"))
                            .orElseThrow()
                            .text("name"))
                    .isEqualTo(field.text("name")));
  }

  @Test
  void languagesWhenComparedHaveTheSameKeys() {
    assertThat(keys("ru")).isEqualTo(keys("en")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void textsWhenShownAreNotEmpty(String language) {
    assertThat(groups(language))
        .flatExtracting(group -> XmlDescription.messages(description, language, group).values())
        .doesNotContain("");
  }

  private List<XmlElement> params() {
    return features.first("params").orElseThrow().all("param");
  }

  private Set<String> crypted() {
    return names(params().stream().filter(param -> param.text("crypted").equals("yes")).toList());
  }

  private Set<String> hidden() {
    return names(
        XmlDescription.fields(description, SETTINGS).stream()
            .filter(field -> field.first("input").orElseThrow().text("type").equals("password"))
            .toList());
  }

  private List<String> groups(String language) {
    return XmlDescription.language(description, language).all("messages").stream()
        .map(group -> group.text("name"))
        .toList();
  }

  private Map<String, Set<String>> keys(String language) {
    Map<String, Set<String>> keys = new TreeMap<>();
    for (String group : groups(language)) {
      keys.put(group, XmlDescription.messages(description, language, group).keySet());
    }
    return keys;
  }

  private static Set<String> names(List<XmlElement> elements) {
    return elements.stream()
        .map(element -> element.text("name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
