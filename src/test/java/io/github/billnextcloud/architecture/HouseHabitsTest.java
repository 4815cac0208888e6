package io.github.billnextcloud.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How everybody in the house behaves, whichever the room. */
class HouseHabitsTest {

  @Test
  void policyAndPlanWhenAskedArePure() {
    noClasses()
        .that()
        .haveFullyQualifiedName(HouseRulesTest.ROOT + ".provisioning.Policy")
        .or()
        .haveFullyQualifiedName(HouseRulesTest.ROOT + ".provisioning.Plan")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.net..", "java.nio..", "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, Instant.class)
        .because("the same service must always mean the same")
        .check(HouseRulesTest.HOUSE);
  }

  @Test
  void systemStreamsWhenUsedAreInMainOnly() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(HouseRulesTest.ROOT + ".Main")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .because("stdout belongs to the answer: one stray line and BILLmanager cannot read it")
        .check(HouseRulesTest.HOUSE);
  }

  @Test
  void fieldsWhenTheyHoldSecretsAreNoStrings() {
    noFields()
        .that(new NamedLikeSecret())
        .should()
        .haveRawType(String.class)
        .because("a String is printed sooner or later, a Secret never")
        .check(HouseRulesTest.HOUSE);
  }

  /** Constants are excepted: they hold the names of settings. */
  private static final class NamedLikeSecret extends DescribedPredicate<JavaField> {

    NamedLikeSecret() {
      super("are named like a secret");
    }

    @Override
    public boolean test(JavaField field) {
      String name = field.getName().toLowerCase(Locale.ROOT);
      return !field.getModifiers().containsAll(List.of(JavaModifier.STATIC, JavaModifier.FINAL))
          && Stream.of("password", "token", "secret").anyMatch(name::contains);
    }
  }

  @Test
  void classesWhenNamedSayWhatTheyAre() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Helpers|(?<!Trust)Manager|Impl|Common)")
        .because("a word without a meaning collects what belongs elsewhere")
        .check(HouseRulesTest.HOUSE);
  }

  /**
   * Where errors end, where one of many may fail alone, and where libraries throw what they like.
   */
  private static final List<String> CATCHING_ALL =
      List.of(
          "app/EventRunner",
          "cloud/http/HttpTransport",
          "cloud/http/Tls",
          "command/FailureReporter",
          "command/module/Stat",
          "command/module/SuitableModuleFilter",
          "command/module/UsageCounter",
          "operator/audit/AuditRepair",
          "operator/migrate/FormerModuleMigrationStep",
          "operator/survey/AnonymizedPanelReport",
          "operator/survey/PanelAssumption");

  /** A catch-all elsewhere takes a mistake of ours for an answer. */
  @Test
  void catchAllWhenFoundIsWhereErrorsMayEnd() throws IOException {
    Path main = Path.of("src/main/java/io/github/billnextcloud");
    Pattern all =
        Pattern.compile("catch \\([^)]*\\b(RuntimeException|Exception|Throwable|Error)\\b");
    List<String> catching = new ArrayList<>();
    try (Stream<Path> files = Files.walk(main)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
        if (all.matcher(Files.readString(file)).find()) {
          catching.add(main.relativize(file).toString().replace(".java", ""));
        }
      }
    }

    assertThat(catching).containsExactlyElementsOf(CATCHING_ALL);
  }

  @Test
  void mavenWhenTheWrapperLoadsItHasAChecksum() throws IOException {
    assertThat(Path.of(".mvn/wrapper/maven-wrapper.properties"))
        .content()
        .containsPattern("(?m)^distributionSha256Sum=[0-9a-f]{64}$");
  }

  @Test
  void packagesWhenTheyHoldClassesAreIntroduced() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      Stream<Path> rooms =
          files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent).distinct();
      assertThat(rooms.filter(room -> Files.notExists(room.resolve("package-info.java"))))
          .as("packages that do not say in package-info.java which room they are")
          .isEmpty();
    }
  }
}
