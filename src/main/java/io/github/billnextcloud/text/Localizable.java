package io.github.billnextcloud.text;

/** What each language writes in its own way. */
public interface Localizable {

  String in(Language language);
}
