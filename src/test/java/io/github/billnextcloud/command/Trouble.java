package io.github.billnextcloud.command;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.ocs.Astray;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** How a fault is brought about: by the server that is asked, or on the way to it. */
sealed interface Trouble {

  /** Puts it between a cloud and its server, for the requests that are aimed at. */
  void arrange(CloudStandIn server, Cloud cloud, Supplier<Aim> aim);

  /** False when the server that is asked must speak TLS. */
  default boolean isPlain() {
    return true;
  }

  /** The server does it. */
  record AtServer(Fault fault) implements Trouble {

    /** More than a run ever sends. */
    private static final int EVERY = 20;

    @Override
    public void arrange(CloudStandIn server, Cloud cloud, Supplier<Aim> aim) {
      Aim same = aim.get();
      for (int time = 0; time < EVERY; time++) {
        server.fault(request -> same.test(request.method() + " " + request.path()), fault);
      }
    }
  }

  /** The server does what it was asked, and holds the answer back for longer than we wait. */
  record TooSlow() implements Trouble {

    private static final Fault SLOW = Fault.delay(Duration.ofMinutes(1));

    @Override
    public void arrange(CloudStandIn server, Cloud cloud, Supplier<Aim> aim) {
      new AtServer(SLOW).arrange(server, cloud, aim);
      Astray.hurry(cloud, aim.get());
    }
  }

  /** The request goes to another address: there is nobody, or somebody who cannot be trusted. */
  record Elsewhere(URI there) implements Trouble {

    @Override
    public void arrange(CloudStandIn server, Cloud cloud, Supplier<Aim> aim) {
      Astray.send(cloud, aim.get(), there);
    }

    @Override
    public boolean isPlain() {
      return !there.getScheme().equals("https");
    }
  }
}
