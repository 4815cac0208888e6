package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.standin.Passage;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever a run did not come to, and whatever answer was lost, the next makes it whole: there is
 * one space, with everybody in it who was to be, or none.
 */
class SpaceCutOffTest extends WithProjectSpaces {

  private enum Work {
    MAKE {
      @Override
      void run(TeamSpaces spaces, UserId ann) {
        spaces.make(TEAM, GIGABYTE);
      }
    },
    MEND {
      @Override
      void run(TeamSpaces spaces, UserId ann) {
        spaces.make(TEAM, Quota.ofBytes(5));
      }
    },
    ADMIT {
      @Override
      void run(TeamSpaces spaces, UserId ann) {
        spaces.admit(found(spaces), ann);
      }
    },
    DISMISS {
      @Override
      void run(TeamSpaces spaces, UserId ann) {
        spaces.dismiss(found(spaces), ann);
      }
    },
    LOCK {
      @Override
      void run(TeamSpaces spaces, UserId ann) {
        spaces.setAccess(found(spaces), SpaceAccess.READ_ONLY);
      }
    },
    HIDE {
      @Override
      void run(TeamSpaces spaces, UserId ann) {
        spaces.setAccess(found(spaces), SpaceAccess.HIDDEN);
      }
    },
    OPEN {
      @Override
      void run(TeamSpaces spaces, UserId ann) {
        spaces.setAccess(found(spaces), SpaceAccess.OPEN);
      }
    },
    DELETE {
      @Override
      void run(TeamSpaces spaces, UserId ann) {
        spaces.find(TEAM).ifPresent(spaces::delete);
      }
    };

    abstract void run(TeamSpaces spaces, UserId ann);

    private static TeamSpace found(TeamSpaces spaces) {
      return spaces.find(TEAM).orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAKE, ''",
    "MEND, MAKE HIDE",
    "ADMIT, MAKE",
    "DISMISS, MAKE ADMIT",
    "LOCK, MAKE ADMIT",
    "HIDE, MAKE ADMIT",
    "OPEN, MAKE ADMIT LOCK HIDE",
    "DELETE, MAKE ADMIT",
    "DELETE, MAKE HIDE",
  })
  void workWhenCutOffAnywhereIsFinishedByTheNext(Work work, String before) {
    for (Flavour flavour : List.of(Flavour.INFINITE_SCALE, Flavour.OPENCLOUD)) {
      String whole = outcome(flavour, work, before, Passage.OPEN);
      int all = passages;
      for (int step = 0; step < all; step++) {
        for (Passage cut : List.of(new Killed(step), new Lost(step))) {
          assertThat(outcome(flavour, work, before, cut))
              .as("%s of %s after [%s], cut at %d of %d", work, flavour, before, step, all)
              .isEqualTo(whole);
        }
      }
    }
  }

  /** So often something came to the server's door in the work that may be cut off. */
  private int passages;

  private String outcome(Flavour flavour, Work work, String before, Passage cut) {
    start(flavour);
    UserId ann = there("ann");
    for (String former : before.split(" ")) {
      if (!former.isEmpty()) {
        Work.valueOf(former).run(spaces(), ann);
      }
    }
    AtomicInteger passed = new AtomicInteger();
    server.watch(
        what -> {
          passed.incrementAndGet();
          return cut.lets(what);
        });
    try {
      work.run(spaces(), ann);
    } catch (CloudException cutOff) {
      assertThat(cutOff.getMessage()).isNotEmpty();
    }
    passages = passed.get();
    server.watch(Passage.OPEN);
    work.run(spaces(), ann);
    return server.spaceLines().toString();
  }

  /** Nothing passes from this one on. */
  private static final class Killed implements Passage {
    private final AtomicInteger left;

    Killed(int step) {
      left = new AtomicInteger(step);
    }

    @Override
    public boolean lets(String what) {
      return left.getAndDecrement() > 0;
    }
  }

  /** Only this one does not pass. */
  private static final class Lost implements Passage {
    private final AtomicInteger left;

    Lost(int step) {
      left = new AtomicInteger(step);
    }

    @Override
    public boolean lets(String what) {
      return left.getAndDecrement() != 0;
    }
  }
}
