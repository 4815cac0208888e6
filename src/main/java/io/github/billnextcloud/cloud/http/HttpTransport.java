package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.text.LocalizableIOException;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** Carries requests to one cloud and brings back what was answered, without a judgement. */
public final class HttpTransport {

  /**
   * For all clients, so that a process that lives on holds a few connections, not a few per event.
   * The cloud may close an idle one earlier; OkHttp then sends a request again on another.
   */
  public static final ConnectionPool CONNECTIONS = new ConnectionPool(16, 30, TimeUnit.SECONDS);

  /** Bytes; the longest answer that is read at once, a page of users, has far fewer. */
  private static final long LONGEST_BODY = 8L << 20;

  private final Timeouts patience;
  private final OkHttpClient client;

  public HttpTransport(CloudEndpoint server, Timeouts patience) {
    this.patience = patience;
    this.client =
        server
            .client(patience)
            .connectionPool(CONNECTIONS)
            .socketFactory(NoDelaySocketFactory.ALL)
            .protocols(List.of(Protocol.HTTP_1_1))
            .build();
  }

  /**
   * @param repeatable false when it must not be sent again without a look at what it has done
   */
  public Response send(Request request, boolean repeatable) throws IOException {
    try {
      return (repeatable ? client : onceOnly(request)).newCall(request).execute();
    } catch (IOException | RuntimeException failure) {
      throw failure;
    } catch (Exception stopped) {
      // OkHttp is Kotlin, which does not declare that a signal ends it.
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(stopped.getMessage());
    }
  }

  /** The whole answer, as long as it is none that wants our memory. */
  public static String text(Response response) throws IOException {
    if (response.body().source().request(LONGEST_BODY + 1)) {
      throw new LocalizableIOException(Sentence.of("cloud.too_long", LONGEST_BODY));
    }
    return response.body().string();
  }

  /**
   * OkHttp must not send it again, so it must not go out on a connection that the cloud has closed:
   * a single idle one is what the request before came by, others may have been idle for long.
   */
  private OkHttpClient onceOnly(Request request) {
    if (CONNECTIONS.idleConnectionCount() > 1) {
      CONNECTIONS.evictAll();
    }
    boolean deletes = request.method().equals("DELETE");
    return client
        .newBuilder()
        .retryOnConnectionFailure(false)
        .readTimeout(deletes ? Timeouts.DELETION : patience.read)
        .callTimeout(deletes ? Timeouts.DELETION : patience.call)
        .build();
  }
}
