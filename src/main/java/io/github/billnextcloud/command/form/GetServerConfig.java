package io.github.billnextcloud.command.form;

import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.command.CloudGroupCache;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;

/** Refreshes what the panel keeps of a cloud for its forms (contract §8.2). */
public final class GetServerConfig implements Command {

  @Override
  public CommandResult run(CommandContext event) {
    new CloudGroupCache(event.panel()).refresh(event.module());
    return XmlBuilder.ok();
  }
}
