package io.github.billnextcloud.conversation;

import java.util.Set;

/** How services begin, which is a third of all conversations. */
class OpenConversationTest extends ConversationTest {

  static final Set<String> COMMANDS = Set.of("open");

  @Override
  boolean isMine(String command) {
    return COMMANDS.contains(command);
  }
}
