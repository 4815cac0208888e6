package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.http.HttpTransport;
import io.github.billnextcloud.cloud.probe.AutoDetectingCloud;
import java.lang.reflect.Field;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Leads requests of a cloud's real client astray, which nothing but a test may do: that is why it
 * takes reflection. A request is told to {@code hit} as "PUT /ocs/v1.php/cloud/users/ann".
 */
public final class Astray {

  /** Instead of a minute for most requests and ten for a deletion. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private Astray() {}

  /** Sends the requests that are hit to another server. */
  public static void send(Cloud cloud, Predicate<String> hit, URI there) {
    HttpUrl other = HttpUrl.get(there);
    intercept(
        cloud,
        chain ->
            chain.proceed(
                hit.test(line(chain.request())) ? to(other, chain.request()) : chain.request()));
  }

  /** Waits but a second for the answers to the requests that are hit. */
  public static void hurry(Cloud cloud, Predicate<String> hit) {
    int millis = (int) SHORT.toMillis();
    intercept(
        cloud,
        chain ->
            (hit.test(line(chain.request()))
                    ? chain.withReadTimeout(millis, TimeUnit.MILLISECONDS)
                    : chain)
                .proceed(chain.request()));
  }

  private static String line(Request request) {
    return request.method() + " " + request.url().encodedPath();
  }

  private static Request to(HttpUrl other, Request request) {
    HttpUrl url =
        request
            .url()
            .newBuilder()
            .scheme(other.scheme())
            .host(other.host())
            .port(other.port())
            .build();
    return request.newBuilder().url(url).build();
  }

  private static void intercept(Cloud cloud, Interceptor interceptor) {
    try {
      Object spoken = field(AutoDetectingCloud.class, "cloud").get(cloud);
      Object client = field(spoken.getClass(), "client").get(spoken);
      Object transport = field(client.getClass(), "transport").get(client);
      Field inner = field(HttpTransport.class, "client");
      OkHttpClient usual = (OkHttpClient) inner.get(transport);
      inner.set(transport, usual.newBuilder().addInterceptor(interceptor).build());
    } catch (ReflectiveOperationException renamed) {
      throw new AssertionError("A cloud has no client any more that can be led astray", renamed);
    }
  }

  private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
