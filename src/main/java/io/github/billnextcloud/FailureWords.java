package io.github.billnextcloud;

import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.XmlIn;
import io.github.billnextcloud.command.Failure;
import io.github.billnextcloud.manual.Language;
import io.github.billnextcloud.manual.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A failure as a person reads it: the panel's own words for it, the reason, the id. */
record FailureWords(Language language) {

  /** The texts that BILLmanager shows. */
  private static final String DESCRIPTION = "/etc/xml/billmgr_mod_pmnextcloud.xml";

  String of(Failure failure, Invocation asked) {
    Texts texts = Texts.in(language);
    StringBuilder words = new StringBuilder();
    words.append("pmnextcloud ").append(asked.command()).append(": ");
    String sentence = sentence(failure).replace("__reason__", failure.sentence());
    words.append(sentence.replaceAll("\\p{Cntrl}+", " ").strip()).append('\n');
    words.append(texts.get("failure.id", failure.id())).append('\n');
    help(failure, asked, texts).ifPresent(line -> words.append(line).append('\n'));
    return words.toString();
  }

  private static Optional<String> help(Failure failure, Invocation asked, Texts texts) {
    if (failure.isOfAsking()) {
      return Optional.of(texts.get("complaint.help", "pmnextcloud help " + asked.command()));
    }
    return asked.item().map(item -> texts.get("failure.story", "pmnextcloud logs --item " + item));
  }

  private String sentence(Failure failure) {
    String key = "msg_error_" + failure.id();
    return description().all("lang").stream()
        .filter(words -> words.text("name").equals(language.code()))
        .flatMap(words -> words.all("messages").stream())
        .filter(group -> group.text("name").equals("msgerror"))
        .flatMap(group -> group.all("msg").stream())
        .filter(message -> message.text("name").equals(key))
        .map(XmlIn::text)
        .findFirst()
        .orElse("__reason__");
  }

  private static XmlIn description() {
    try (InputStream file = FailureWords.class.getResourceAsStream(DESCRIPTION)) {
      return XmlIn.parse(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
