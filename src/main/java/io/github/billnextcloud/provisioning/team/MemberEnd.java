package io.github.billnextcloud.provisioning.team;

import io.github.billnextcloud.cloud.UserId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of an account that a team has no more, as it is kept in a param. */
public record MemberEnd(UserId id, Outcome outcome, LocalDate day) {

  /** Deleted, or why not. */
  public enum Outcome {
    DELETED,
    /** There before the service, or made anew by somebody else: disabled. */
    NOT_MADE_HERE,
    /** Named by another service by then: left as it was. */
    ANOTHERS,
    /** Whoever administers the cloud: left as it was. */
    ADMINISTRATOR,
    /** Not in the cloud any more when it was to be deleted. */
    GONE
  }

  /** In the order of the days; pure. */
  public record MemberEnds(List<MemberEnd> ends) {

    public MemberEnds {
      ends = List.copyOf(ends);
    }

    /** What somebody has edited to nonsense is passed over. */
    public static MemberEnds parse(String text) {
      return new MemberEnds(
          Arrays.stream(text.split(";")).map(MemberEnd::parse).flatMap(Optional::stream).toList());
    }

    public String text() {
      return ends.stream().map(MemberEnd::text).collect(Collectors.joining("; "));
    }

    /** Each login has one end, the last. */
    public MemberEnds with(MemberEnd last) {
      List<MemberEnd> all = new ArrayList<>(ends);
      all.removeIf(end -> end.id().equals(last.id()));
      all.add(last);
      return new MemberEnds(all);
    }

    public List<MemberEnd> of(Outcome outcome) {
      return ends.stream().filter(end -> end.outcome() == outcome).toList();
    }
  }

  private String text() {
    return String.join(" ", id.value(), outcome.name().toLowerCase(Locale.ROOT), day.toString());
  }

  private static Optional<MemberEnd> parse(String text) {
    String[] words = text.strip().split(" ");
    if (words.length != 3) {
      return Optional.empty();
    }
    try {
      Outcome outcome = Outcome.valueOf(words[1].toUpperCase(Locale.ROOT));
      return Optional.of(new MemberEnd(new UserId(words[0]), outcome, LocalDate.parse(words[2])));
    } catch (DateTimeParseException | IllegalArgumentException edited) {
      return Optional.empty();
    }
  }
}
