package io.github.billnextcloud.conversation;

import java.util.Set;

/** How services end, and come back: another third of all conversations. */
class SuspensionConversationTest extends ConversationTest {

  static final Set<String> COMMANDS = Set.of("suspend", "resume", "close", "reopen");

  @Override
  boolean isMine(String command) {
    return COMMANDS.contains(command);
  }
}
