package io.github.billnextcloud.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.mariadb.jdbc.Driver;

/** Makes {@link BareSuspend} a program, with an archive of all classes that it loads. */
final class BareJava {

  /** Those of the launcher. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=4",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xss512k",
          "-Xlog:disable",
          "-Xmx64m",
          "-Xmn32m");

  private BareJava() {}

  /**
   * @param errand is done once, so that it is known what is loaded
   */
  static Contender contender(Site site, Errand errand) throws IOException, InterruptedException {
    String archive = site.folder.resolve("bare.jsa").toString();
    Contender trained = with(site, "-XX:ArchiveClassesAtExit=" + archive);
    List<String> line = trained.line(errand.next());
    Command.run(trained.folder(), site.authority.bundle(), line);
    return with(site, "-XX:SharedArchiveFile=" + archive);
  }

  private static Contender with(Site site, String archive) throws IOException {
    List<String> argv = new ArrayList<>(List.of(site.jdk.resolve("bin/java").toString(), archive));
    argv.addAll(OPTIONS);
    argv.addAll(List.of("-cp", jar(site) + ":" + driver(), BareSuspend.class.getName()));
    return new Contender(Contender.BARE, site.panel.root(), argv);
  }

  /** Archives know no classes in folders. */
  private static Path jar(Site site) throws IOException {
    Path jar = site.folder.resolve("bare.jar");
    if (!Files.exists(jar)) {
      String name = BareSuspend.class.getName().replace('.', '/') + ".class";
      try (InputStream bytes = BareSuspend.class.getResourceAsStream("/" + name);
          JarOutputStream written = new JarOutputStream(Files.newOutputStream(jar))) {
        written.putNextEntry(new JarEntry(name));
        bytes.transferTo(written);
      }
    }
    return jar;
  }

  private static Path driver() throws IOException {
    try {
      return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException strange) {
      throw new IOException("the driver of the database is in no file", strange);
    }
  }
}
