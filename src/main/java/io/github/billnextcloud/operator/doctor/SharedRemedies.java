package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.text.Sentence;

/** What to do, where more than one check says the same. */
final class SharedRemedies {

  static final Sentence INSTALL_AGAIN = Sentence.of("doctor.install_again");

  static final Sentence LOOK_AT_DATABASE = Sentence.of("doctor.look_whether_database_panel");

  static final Sentence SETTINGS_FORM =
      Sentence.of("doctor.correct_billmanager_integration_processing");

  static final Sentence SEE_CLOUD_LOG = Sentence.of("doctor.look_into_log_cloud");

  static final Sentence JOIN_ADMINISTRATORS = Sentence.of("doctor.add_cloud_group_admin");

  private SharedRemedies() {}
}
