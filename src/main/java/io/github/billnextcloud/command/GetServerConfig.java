package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.XmlOut;

/** Refreshes what the panel keeps of a cloud for its forms (contract §8.2). */
final class GetServerConfig implements Command {

  @Override
  public Answer run(Event event) {
    new ServerConfig(event.panel()).refresh(event.module());
    return XmlOut.ok();
  }
}
