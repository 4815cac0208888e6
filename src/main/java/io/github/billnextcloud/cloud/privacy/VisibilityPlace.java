package io.github.billnextcloud.cloud.privacy;

import io.github.billnextcloud.text.Sentence;

/** Where one customer of a cloud may come upon another, in the order in which people are told. */
public enum VisibilityPlace {
  /** The search of whom to share with. */
  SHARING("privacy.sharing"),
  /** The same search, for groups. */
  GROUP_NAMES("privacy.group_names"),
  /** Names that are completed while they are typed, in comments and mentions. */
  COMPLETION("privacy.completion"),
  CONTACTS_MENU("privacy.contacts_menu"),
  /** What is shown where the mouse rests on a name. */
  HOVER_CARD("privacy.hover_card"),
  /** The address book of all accounts, which phones fetch. */
  ADDRESS_BOOK("privacy.address_book"),
  /** The search of calendars and address books for people. */
  PRINCIPALS("privacy.principals"),
  /** What the same calendars tell of one whose login is known. */
  NAMED_PRINCIPAL("privacy.named_principal"),
  GROUP_MEMBERS("privacy.group_members"),
  /** The search of the app Teams. */
  CIRCLES("privacy.circles"),
  PROFILE("privacy.profile"),
  /** In its stead the name is told to whoever has the login. */
  PICTURE("privacy.picture"),
  /** Nextcloud's, which asks nobody to sign in: it tells that there is such an account. */
  PUBLIC_PICTURE("privacy.public_picture"),
  /** Who is there at this moment. */
  STATUS("privacy.status"),
  /** The search of Infinite Scale and OpenCloud. */
  USER_SEARCH("privacy.user_search");

  private final String key;

  VisibilityPlace(String key) {
    this.key = key;
  }

  public Sentence sentence() {
    return Sentence.of(key);
  }
}
