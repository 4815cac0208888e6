package io.github.billnextcloud.command;

/**
 * What this module can do and which settings BILLmanager is to store for it (contract §3).
 *
 * <p>Asked inside an administrator's click, and a failure makes the panel rebuild us: so it is a
 * constant, answered before any library is loaded.
 */
public final class Features {

  public static final String NAME = "features";

  /** The answer: nothing in it depends on where or how we run. */
  public static final String ANSWER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <doc>
        <itemtypes>
          <itemtype name="backupservice"/>
          <itemtype name="nextcloud"/>
        </itemtypes>
        <params>
          <param name="base_url"/>
          <param name="nc_username"/>
          <param name="nc_oauth_client"/>
          <param name="panel_wait"/>
          <param name="make_groups"/>
          <param name="forbidden_names"/>
          <param name="notice_levels"/>
          <param name="order_link"/>
          <param name="keep_last_login"/>
          <param name="max_accounts"/>
          <param name="min_free_gb"/>
          <param name="draining"/>
          <param name="disk_names"/>
          <param name="seats_names"/>
          <param name="staff_accounts"/>
          <param name="proxy"/>
          <param name="ca_file"/>
          <param name="no_sessions"/>
          <param name="nc_password" crypted="yes"/>
          <param name="nc_app_password" crypted="yes"/>
          <param name="nc_token" crypted="yes"/>
          <param name="nc_oauth_secret" crypted="yes"/>
        </params>
        <features>
          <feature name="check_connection"/>
          <feature name="tune_connection"/>
          <feature name="get_server_config"/>
          <feature name="get_suitable_module"/>
          <feature name="check_param"/>
          <feature name="open"/>
          <feature name="reopen"/>
          <feature name="close"/>
          <feature name="suspend"/>
          <feature name="resume"/>
          <feature name="setparam"/>
          <feature name="prolong"/>
          <feature name="changepassword"/>
          <feature name="sync_item"/>
          <feature name="transition_controlpanel"/>
          <feature name="stat"/>
          <feature name="import"/>
          <feature name="datacenter"/>
          <feature name="pricelist_dynamic_settings"/>
          <feature name="pricelist_dynamic_settings_tune"/>
        </features>
      </doc>
      """;

  private Features() {}

  /** Whether the arguments ask for this. */
  public static boolean areAsked(String... args) {
    for (int at = 0; at + 1 < args.length; at++) {
      if (args[at].equals("--command")) {
        return args[at + 1].equals(NAME);
      }
    }
    return args.length == 1 && (args[0].equals("--command=" + NAME) || args[0].equals(NAME));
  }
}
