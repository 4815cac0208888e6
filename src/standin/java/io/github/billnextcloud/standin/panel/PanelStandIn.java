package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A billing panel for tests: a root directory with a real mgrctl, and a real database behind it.
 *
 * <p>It answers as the panel's published interface says; what the panel itself would do next (start
 * the module, repeat it, count the tries) is left to the test.
 */
public final class PanelStandIn implements AutoCloseable {

  private final List<Call> calls = new ArrayList<>();
  private final Failures failures = new Failures();
  private final PanelRsaKey key;
  private final Path root;
  private final Schema schema;
  private final Sql sql;
  private final Items items;
  private final ItemParams params;
  private final Catalogue catalogue;
  private final Orders orders;
  private final PanelFunctions functions;
  private final PanelServer server;
  private DatabaseProxy proxy;

  private PanelStandIn(Path root, PanelOptions options) throws IOException {
    this.root = root;
    CompletableFuture<PanelRsaKey> keyInTheMaking =
        CompletableFuture.supplyAsync(options.realKey() ? PanelRsaKey::real : PanelRsaKey::shared);
    schema = Database.get().newSchema();
    sql = schema.open();
    key = keyInTheMaking.join();
    items = new Items(sql);
    params = new ItemParams(sql, key);
    catalogue = new Catalogue(sql, key, options.productType());
    orders = new Orders(sql, items);
    functions = new PanelFunctions(schema, sql, items, key, options.unixSocket());
    server = new PanelServer(this::answer);
    String pem = options.pkcs8Key() ? key.pkcs8Pem() : key.pkcs1Pem();
    PanelFiles.create(root, server.port(), pem, schema);
  }

  /** Starts a panel whose root is this directory; what the directory has already stays. */
  public static PanelStandIn start(Path root) throws IOException {
    return start(root, PanelOptions.defaults());
  }

  /** Starts a panel that differs from the usual one. */
  public static PanelStandIn start(Path root, PanelOptions options) throws IOException {
    PanelStandIn panel = new PanelStandIn(root.toAbsolutePath(), options);
    panel.server.start();
    return panel;
  }

  /** Saves a parameter of a service as an earlier run of the module would have. */
  public void param(long item, String name, String value, boolean crypted) {
    params.save(item, name, value, crypted);
  }

  /** A secret as the panel hands it on in an argument. */
  public String encrypt(String secret) {
    return key.encrypt("argument", secret);
  }

  /** The directory that stands for {@code /usr/local/mgr5}. */
  public Path root() {
    return root;
  }

  /** The control utility. */
  public Path mgrctl() {
    return root.resolve("sbin/mgrctl");
  }

  /** Where the control utility asks. */
  public int port() {
    return server.port();
  }

  private synchronized Answer answer(Call call) {
    calls.add(call);
    Optional<Answer> struck = failures.strike(call);
    if (struck.isPresent()) {
      return struck.get();
    }
    try {
      return Answer.of(functions.answer(call), call.format());
    } catch (PanelError refusal) {
      return Answer.of(refusal, call.format());
    } catch (RuntimeException broken) {
      return new Answer(70, "", "the panel stand-in itself failed: " + broken + "\n");
    }
  }

  // What the staff sets up.

  /** A processing module named {@code pmnextcloud}; the secret settings are stored encrypted. */
  public long addModule(Map<String, String> plainSettings, Map<String, String> secretSettings) {
    return catalogue.module(plainSettings, secretSettings);
  }

  /** A tariff; its product type is made if there is none of that name. */
  public long addTariff(TariffSpec tariff) {
    return catalogue.tariff(tariff);
  }

  /** An add-on of a tariff. */
  public long addAddOn(long tariff, AddOnSpec addOn) {
    return catalogue.addOn(tariff, addOn);
  }

  /** An account with one user of the same e-mail. */
  public long addAccount(String name, String email, String realname, String language) {
    return catalogue.account(name, email, realname, language);
  }

  // What clients and the billing do.

  /** A service that is ordered and not yet opened (status 1). */
  public long order(long account, long tariff, long module) {
    return orders.service(account, tariff, module);
  }

  /** The service's own row for an add-on of its tariff, such as {@code intvalue=5}. */
  public long orderedAddOn(long item, long addOn, Map<String, ?> columns) {
    return orders.addOn(item, addOn, columns);
  }

  /** The new tariff is in force, the old one is remembered as {@code lastpricelist}. */
  public void changeTariff(long item, long newTariff) {
    orders.changeTariff(item, newTariff);
  }

  /** A background operation on the service, whose status is 5 until the operation is confirmed. */
  public long beginOperation(long item, String command) {
    return orders.operation(item, command);
  }

  /** How often the operation has been started before. */
  public void trycount(long operation, int tries) {
    sql.update("UPDATE runningoperation SET trycount = ? WHERE id = ?", tries, operation);
  }

  // What there is to see.

  /** The plain parameters of a service. */
  public Map<String, String> params(long item) {
    return params.plain(item);
  }

  /** A secret parameter of a service, decrypted; null if there is none. */
  public String secretParam(long item, String name) {
    return params.secret(item, name).orElse(null);
  }

  /** The status: 1 ordered, 2 active, 3 suspended, 4 deleted, 5 being processed. */
  public int status(long item) {
    return items.status(item);
  }

  /** Whether the operation is still there. */
  public boolean operationOpen(long operation) {
    return sql.number("SELECT COUNT(*) FROM runningoperation WHERE id = ?", operation) > 0;
  }

  /** Whether the panel would no longer restart the operation by itself. */
  public boolean manual(long operation) {
    return sql.value("SELECT manual FROM runningoperation WHERE id = ?", operation)
        .filter("on"::equals)
        .isPresent();
  }

  /** The error that the module reported for the operation. */
  public Optional<String> errorXml(long operation) {
    return sql.value("SELECT errorxml FROM runningoperation WHERE id = ?", operation);
  }

  /** The rows of {@code task}, oldest first. */
  public List<Map<String, String>> tasks() {
    return query("SELECT * FROM task ORDER BY id");
  }

  /** The password of the panel's own database user. */
  public String databasePassword() {
    return schema.password();
  }

  /** Changes rows and says how many. */
  public int sql(String statement, Object... values) {
    return sql.update(statement, values);
  }

  /** Inserts one row and returns its id. */
  public long insert(String table, Map<String, ?> columns) {
    return sql.insert(table, columns);
  }

  /** Rows as text by column label; SQL NULL is null. */
  public List<Map<String, String>> query(String select, Object... values) {
    return sql.query(select, values);
  }

  /** Every mgrctl call since the start or {@link #forgetCalls}, in order. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Begins the list of calls anew. */
  public synchronized void forgetCalls() {
    calls.clear();
  }

  // What goes wrong.

  /** Every mgrctl call and every SQL statement of the program asks here first. */
  public synchronized void watch(Passage passage) throws IOException {
    server.watch(passage);
    proxy = new DatabaseProxy(schema.database().address(), passage);
    functions.databaseAt(proxy.address());
  }

  /** The panel's own files name its database, as on most hosts, and no program has to be asked. */
  public void tellInFiles() throws IOException {
    Files.writeString(root.resolve(PanelFiles.DATABASE), functions.config());
  }

  /** The next call of this function changes nothing, prints this and exits so. */
  public void failNext(String func, int exitCode, String stderr, String stdoutXml) {
    failures.failNext(func, new Answer(exitCode, stdoutXml, stderr));
  }

  /** From now on the panel has no such function. */
  public void forget(String func) {
    functions.forget(func);
  }

  /** The next calls, whatever their function, find the panel restarting. */
  public void restarting(int times) {
    failures.restarting(times);
  }

  /** Ends the server and drops the database; the files stay. */
  @Override
  public void close() throws IOException {
    server.close();
    if (proxy != null) {
      proxy.close();
    }
    sql.close();
    schema.leave(sql.hasChangedRowsOnly());
  }
}
