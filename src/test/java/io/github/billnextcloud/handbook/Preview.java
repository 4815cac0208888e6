package io.github.billnextcloud.handbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the forms as pages into a folder: {@code ./mvnw -q -Ppreview verify}. */
public final class Preview {

  private static final Map<String, String> TITLES =
      Map.of(
          "settings.en", "Processing module: settings",
          "settings.ru", "Обработчик услуг: настройки",
          "tariff.en", "Tariff plan: settings of the processing module",
          "tariff.ru", "Тарифный план: настройки обработчика");

  private Preview() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, String> page : TITLES.entrySet()) {
      String[] parts = page.getKey().split("\\.");
      Form form = new Form(parts[0].equals("tariff") ? Form.TARIFF : Form.SETTINGS, parts[1]);
      String html = new FormPage(form, page.getValue()).html();
      Files.writeString(folder.resolve(page.getKey() + ".html"), html);
    }
  }
}
