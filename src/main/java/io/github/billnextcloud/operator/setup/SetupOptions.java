package io.github.billnextcloud.operator.setup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.billnextcloud.billmanager.setup.Product;
import io.github.billnextcloud.billmanager.setup.Product.NewModule;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which product is to be set up, and for which cloud, as the options tell. */
record SetupOptions(Invocation asked, Path root, UnaryOperator<String> environment) {

  private static final String TYPE = "--itemtype";

  /** The panel's own product types, a name a line; lib/pmnextcloud/product-types reads it, too. */
  private static final String TYPES = "etc/pmnextcloud.itemtypes";

  private static final String PASSWORD = "--password-env";

  /** Option by setting: what the form of the processing module cannot do without. */
  private static final List<Map.Entry<String, String>> SETTINGS =
      List.of(Map.entry("base_url", "--url"), Map.entry("nc_username", "--login"));

  Product product() {
    return DefaultProduct.of(type(), module(), asked.isOn("--team"), asked.numberOf("--project"));
  }

  /** BILLmanager chooses modules by the product type's name, and is told those that we know. */
  private String type() {
    String type = asked.option(TYPE).orElse("nextcloud");
    if (!Features.ANSWER.contains("<itemtype name=\"" + type + "\"/>") && !isOfPanel(type)) {
      throw new InvalidInputException(Sentence.of("request.no_product_type", TYPE, type, TYPES));
    }
    return type;
  }

  private boolean isOfPanel(String type) {
    // A name is of letters that all encodings share; what a person writes beside it may be of any.
    try (Stream<String> lines = Files.lines(root.resolve(TYPES), ISO_8859_1)) {
      return lines.map(line -> line.replaceFirst("#.*", "").strip()).anyMatch(type::equals);
    } catch (IOException none) {
      return false;
    }
  }

  private NewModule module() {
    Map<String, String> settings = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, String> setting : SETTINGS) {
      String option = setting.getValue();
      asked.option(option).ifPresent(value -> settings.put(setting.getKey(), value));
      if (asked.option(option).isEmpty()) {
        missing.add(option);
      }
    }
    Map<String, Secret> secrets = new LinkedHashMap<>();
    asked.option(PASSWORD).ifPresent(name -> secrets.put("nc_password", password(name)));
    if (secrets.isEmpty()) {
      missing.add(PASSWORD);
    }
    return new NewModule(
        asked.option("--name").orElse("Nextcloud"),
        settings,
        secrets,
        missing,
        asked.numberOf("--datacenter"));
  }

  private Secret password(String variable) {
    String value = environment.apply(variable);
    if (value == null || value.isBlank()) {
      throw new InvalidInputException(Sentence.of("request.no_variable", PASSWORD, variable));
    }
    return new Secret(value);
  }
}
