package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.probe.CloudDiagnostics;
import io.github.billnextcloud.provisioning.CloudFactory;

/** The cloud of a processing module whose settings, and what changes in them, the panel keeps. */
public final class ModuleCloud {

  private ModuleCloud() {}

  /** Nothing is sent yet. */
  public static Cloud of(ProcessingModule module, Timeouts patience, LocalPanel panel) {
    return CloudFactory.isGranted(module)
        ? CloudFactory.of(module, patience, new StoredOAuthGrant(panel, module.id()))
        : CloudFactory.of(module, patience);
  }

  /** The way to it, for one who looks for what is wrong. */
  public static CloudDiagnostics diagnosis(
      ProcessingModule module, Timeouts patience, LocalPanel panel) {
    return CloudFactory.isGranted(module)
        ? CloudFactory.diagnosis(module, patience, new StoredOAuthGrant(panel, module.id()))
        : CloudFactory.diagnosis(module, patience);
  }
}
