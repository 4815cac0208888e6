package io.github.billnextcloud.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotas beside what is stored: whether it fits, what pins it, how people read it. */
class QuotaRoomTest {

  @ParameterizedTest
  @CsvSource({
    "10, 9, false",
    "10, 10, false",
    "10, 11, true",
    "0, 0, false",
    "0, 1, true",
    "9223372036854775807, 9223372036854775807, false"
  })
  void isLessThanWhenLimitedComparesBytes(long bytes, long stored, boolean less) {
    assertThat(Quota.ofBytes(bytes).isLessThan(stored)).isEqualTo(less);
  }

  @Test
  void isLessThanWhenThereIsNoLimitNeverHolds() {
    assertThat(Quota.UNLIMITED.isLessThan(Long.MAX_VALUE)).isFalse();
    assertThat(Quota.UNSET.isLessThan(Long.MAX_VALUE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 1",
    "1023, 1",
    "1024, 1024",
    "2047, 1024",
    "1048575, 1047552",
    "1048576, 1048576",
    "5500000, 5452595",
    "10737418240, 10737418240",
    "10737418239, 10630044057"
  })
  void pinnedToWhenServerRoundsIsTheTenthBelow(long used, long bytes) {
    assertThat(Quota.pinnedTo(used)).isEqualTo(Quota.ofBytes(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1, 1 B",
    "1023, 1023 B",
    "1024, 1 KB",
    "1536, 1.5 KB",
    "5500000, 5.2 MB",
    "10106888847, 9.4 GB",
    "10737418240, 10 GB",
    "107374182400, 100 GB",
    "1649267441664, 1.5 TB",
    "1125899906842624, 1 PB",
    "9223372036854775807, 8192 PB"
  })
  void aboutWhenAskedIsForPeople(long bytes, String text) {
    assertThat(Quota.about(bytes)).isEqualTo(text);
  }

  /** Who is refused reads two numbers, of which one is the smaller. */
  @ParameterizedTest
  @CsvSource({
    "10 GB, 5500000000, 5.1 GB",
    "10 GB, 10737418240, 10 GB",
    "10 GB, 10780000000, 10.04 GB",
    "10 GB, 10737418241, 10.000000001 GB",
    "1 PB, 1125899906842625, 1.000000000000001 PB",
    "3 KB, 3073, 3.001 KB",
    "none, 10737418241, 10 GB"
  })
  void apartWhenRoundedWouldBeTheSameIsCloser(String quota, long stored, String text) {
    assertThat(Quota.parse(quota).apart(stored).in(Language.EN)).isEqualTo(text);
  }
}
