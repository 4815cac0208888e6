package io.github.billnextcloud.command;

import io.github.billnextcloud.standin.Certificates;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults of the table, by their names there; most as recorded from real servers. */
final class Faults implements AutoCloseable {

  private static final String READ_ONLY = "server is configured read-only";
  private static final String HTML = "text/html; charset=UTF-8";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String UNAUTHORISED_XML =
      "<?xml version=\"1.0\"?>\n<ocs>\n <meta>\n  <status>failure</status>\n"
          + "  <statuscode>997</statuscode>\n  <message>Unauthorised</message>\n </meta>\n"
          + " <data/>\n</ocs>\n";

  private final Protocol protocol;
  private final Map<String, Trouble> troubles = new LinkedHashMap<>();
  private final List<CloudStandIn> servers = new ArrayList<>();
  private final Socket taken = new Socket();

  Faults(Protocol protocol) throws IOException {
    this.protocol = protocol;
    elsewhere();
    connections();
    throttling();
    serverErrors();
    strangeAnswers();
    wrongAddresses();
    if (protocol == Protocol.OCS) {
      saidByOcs();
    } else {
      saidByLibreGraph();
    }
  }

  Map<String, Trouble> byName() {
    return troubles;
  }

  private void elsewhere() throws IOException {
    put("connection refused", new Trouble.Elsewhere(nobody()));
    URI nowhere = URI.create("http://no-such-host.invalid");
    put("unknown host name", new Trouble.Elsewhere(nowhere));
    put("certificate of an unknown authority", new Trouble.Elsewhere(tls("unknown")));
    put("certificate that has expired", new Trouble.Elsewhere(tls("expired")));
    put("certificate of another host name", new Trouble.Elsewhere(tls("other")));
  }

  /** A port that is taken, so that nobody else gets it, and where nobody listens. */
  private URI nobody() throws IOException {
    taken.bind(new InetSocketAddress("127.0.0.1", 0));
    return URI.create("http://127.0.0.1:" + taken.getLocalPort());
  }

  /** The address of a server with the certificate of this name. */
  URI tls(String certificate) {
    CloudStandIn server =
        CloudStandIn.startTls(protocol.flavour, Certificates.get().server(certificate));
    server.takePasswords(true);
    servers.add(server);
    return server.url();
  }

  private void connections() {
    put("reset before the request was handled", Fault.dropBefore());
    put("reset after the request was handled", Fault.dropAfter());
    put("no answer in time, though the request was handled", new Trouble.TooSlow());
  }

  private void throttling() {
    put("429, an empty page", page(429, Map.of(), ""));
    put("429, []", Fault.status(429, Map.of(), JSON, "[]"));
    put("429 with Retry-After: 1", Fault.status(429, Map.of("Retry-After", "1"), JSON, "[]"));
    put("429 with Retry-After: 3600", page(429, Map.of("Retry-After", "3600"), ""));
  }

  private void serverErrors() {
    put("500", page(500, Map.of(), "<h1>Internal Server Error</h1>"));
    put("502", page(502, Map.of(), "<h1>502 Bad Gateway</h1>"));
    put("503", page(503, Map.of(), "<h1>503 Service Unavailable</h1>"));
    put("503 with Retry-After: 1", page(503, Map.of("Retry-After", "1"), "later"));
  }

  private void strangeAnswers() {
    put("403, a page of a firewall", page(403, Map.of(), "<h1>403 Forbidden</h1>"));
    put("405, a page of a firewall", page(405, Map.of(), "<h1>405 Method Not Allowed</h1>"));
    put("408", page(408, Map.of(), "<h1>408 Request Time-out</h1>"));
    put("200 with a login page", Fault.htmlLogin());
    put("200 with nothing", page(200, Map.of(), ""));
    put("200 with half an answer", Fault.cutJson());
  }

  private void saidByOcs() {
    put("200 with OCS code 429", Fault.ocs(429, "Reached maximum delay"));
    put(
        "503 of the maintenance mode",
        Fault.status(
            503,
            Map.of("X-Nextcloud-Maintenance-Mode", "1"),
            JSON,
            failure(503, "Service unavailable")));
    put("200 with OCS code 996", Fault.ocs(996, "Internal Server Error\n"));
    put(
        "412, a header was taken away",
        Fault.status(412, Map.of(), JSON, "{\"message\":\"CSRF check failed\"}"));
    put("404, no OCS API there", page(404, Map.of(), "<h1>404 Not Found</h1>"));
    put("401 in XML", Fault.status(401, Map.of(), "text/xml; charset=UTF-8", UNAUTHORISED_XML));
    put(
        "401 with OCS code 997",
        Fault.status(401, Map.of(), JSON, failure(997, "Current user is not logged in")));
    put("200 with OCS code 403", Fault.ocs(403, "Password confirmation is required"));
  }

  private void wrongAddresses() {
    Map<String, String> https = Map.of("Location", "https://127.0.0.1:8443/ocs/v1.php/cloud/users");
    Map<String, String> other = Map.of("Location", "https://www.example.org/");
    put("redirect to https", page(301, https, "<h1>301 Moved Permanently</h1>"));
    put("redirect to another host", page(302, other, ""));
    put("400, a host name that is not trusted", page(400, Map.of(), "untrusted domain"));
  }

  /** As recorded of Infinite Scale and OpenCloud. */
  private void saidByLibreGraph() {
    Map<String, String> challenge = Map.of("WWW-Authenticate", "Bearer");
    put("401 with a challenge", Fault.status(401, challenge, null, ""));
    put("401 without a challenge", Fault.status(401, Map.of(), null, ""));
    put("401 Unauthorized of the service", said(401, "accessDenied", "Unauthorized"));
    put("403 Forbidden of the service", said(403, "accessDenied", "Forbidden"));
    put("405 server is configured read-only", said(405, "notAllowed", READ_ONLY));
    put("500 of the service", said(500, "generalException", "internal error"));
    put("500, a service behind it is away", Fault.status(500, Map.of(), null, ""));
    put("502, the graph service is away", Fault.status(502, Map.of(), null, ""));
    put("200 with the web page", page(200, Map.of(), "<html><head></head></html>"));
    put(
        "404, no graph service there",
        Fault.status(404, Map.of(), "text/plain", "404 page not found"));
  }

  private static Fault said(int status, String code, String message) {
    String error = "{\"error\":{\"code\":\"%s\",\"innererror\":{},\"message\":\"%s\"}}";
    return Fault.status(
        status,
        Map.of("X-Graph-Version", "v1.0"),
        "application/json",
        error.formatted(code, message));
  }

  private static Fault page(int status, Map<String, String> headers, String body) {
    return Fault.status(status, headers, HTML, body);
  }

  private static String failure(int code, String message) {
    return "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":"
        + code
        + ",\"message\":\""
        + message
        + "\",\"totalitems\":\"\",\"itemsperpage\":\"\"},\"data\":[]}}";
  }

  private void put(String name, Fault fault) {
    put(name, new Trouble.AtServer(fault));
  }

  private void put(String name, Trouble trouble) {
    troubles.put(name, trouble);
  }

  @Override
  public void close() throws IOException {
    taken.close();
    servers.forEach(CloudStandIn::close);
  }
}
