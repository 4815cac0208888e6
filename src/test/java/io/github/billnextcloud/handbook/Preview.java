package io.github.billnextcloud.handbook;

import io.github.billnextcloud.handbook.Form.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the forms, and the pages that the program makes, into a folder: {@code ./mvnw -q -Ppreview
 * verify}.
 */
public final class Preview {

  /** What somebody has typed who connects a cloud; the program fills in the rest. */
  private static final String TYPED =
      "<base_url>https://cloud.example.org</base_url><nc_username>billing</nc_username>"
          + "<nc_password>typed</nc_password>";

  private static final Map<Kind, Map<String, String>> TITLES =
      Map.of(
          Kind.SETTINGS,
          Map.of("en", "Processing module: settings", "ru", "Обработчик услуг: настройки"),
          Kind.TARIFF,
          Map.of("en", "Tariff plan: processing module", "ru", "Тарифный план: обработчик услуг"));

  private Preview() {}

  static Form form(Kind kind, String language, ExampleCloud cloud) {
    return Form.opened(kind, language, kind == Kind.SETTINGS ? TYPED : "", cloud);
  }

  /** By the names of their files, without an ending. */
  static Map<String, FormPage> pages(ExampleCloud cloud) {
    Map<String, FormPage> pages = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      for (String language : new String[] {"en", "ru"}) {
        String name = "form-" + kind.name().toLowerCase(Locale.ROOT) + "." + language;
        pages.put(name, new FormPage(form(kind, language, cloud), TITLES.get(kind).get(language)));
      }
    }
    return pages;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Path root = Files.createTempDirectory("preview");
    try (ExampleCloud cloud = ExampleCloud.start(root)) {
      for (Map.Entry<String, FormPage> page : pages(cloud).entrySet()) {
        Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue().html());
      }
    }
    try (ExampleProvider provider = new ExampleProvider(Files.createTempDirectory("preview"))) {
      for (Map.Entry<String, String> page : provider.pages().entrySet()) {
        Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
      }
    }
    // Threads of the stand-ins may still wait for somebody.
    System.exit(0);
  }
}
