package io.github.billnextcloud.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The handbook's pictures are of the forms of today. {@code forms.txt} has what they show; it is
 * written anew by {@code -Dhandbook.write=true}, and the pictures are taken anew by {@code
 * docs/pictures/take.sh}.
 */
class PicturesTest {

  private static final Path PICTURES = Path.of("docs/pictures");
  private static final int MOST_BYTES = 200_000;

  @TempDir private static Path folder;
  private static ExampleCloud cloud;

  @BeforeAll
  static void start() throws Exception {
    cloud = ExampleCloud.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    cloud.close();
  }

  @Test
  void formsWhenPicturedAreThoseOfToday() throws Exception {
    StringBuilder forms = new StringBuilder();
    Preview.pages(cloud).values().forEach(page -> forms.append(page.form().asText()));
    Path file = PICTURES.resolve("forms.txt");
    if (Boolean.getBoolean("handbook.write")) {
      Files.writeString(file, forms);
    }
    assertThat(file).content().isEqualTo(forms.toString());
  }

  @Test
  void picturesWhenTakenAreThereAndSmall() throws Exception {
    for (String name : Preview.pages(cloud).keySet()) {
      Path picture = PICTURES.resolve(name + ".png");
      assertThat(picture).exists();
      assertThat(Files.size(picture)).as(name).isBetween(10_000L, (long) MOST_BYTES);
    }
  }

  /** Words of the description may hold what a page would take for its own. */
  @Test
  void pagesWhenMadeShowWhatTheFormsSay() {
    for (Map.Entry<String, FormPage> page : Preview.pages(cloud).entrySet()) {
      String shown = page.getValue().html().replaceAll("<[^>]*>", "").replace("&amp;", "&");
      page.getValue()
          .form()
          .fields()
          .forEach(
              field -> {
                assertThat(shown).contains(field.label(), field.hint(), field.name());
                assertThat(field.choices()).allMatch(shown::contains);
              });
    }
  }
}
