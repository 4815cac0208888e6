package io.github.billnextcloud.cloud.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of groups as apps keep them, and what else may stand in their place. */
class GroupListTest {

  @Test
  void readWhenItIsAListHasItsNames() {
    assertThat(GroupList.read(GroupList.write(List.of("staff", "a \"b\"", "группа"))))
        .containsExactly("staff", "a \"b\"", "группа");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "yes", "null", "{}", "{\"a\":[\"b\"]}", "[", "[[\"a\"]]", "1", "\"a\""})
  void readWhenItIsNoListHasNone(String value) {
    assertThat(GroupList.read(value)).isEmpty();
  }

  @Test
  void readWhenSomeAreNoNamesLeavesThemOut() {
    assertThat(GroupList.read("[null,\"staff\"]")).containsExactly("staff");
  }
}
