package io.github.billnextcloud.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Who may know whom, checked on the compiled classes; DESIGN.md tells why there are rooms. */
class HouseRulesTest {

  static final String ROOT = "io.github.billnextcloud";
  private static final String ADDRESS = ROOT + ".address..";
  private static final String SECRET = ROOT + ".secret..";
  private static final String SAFE = ROOT + ".safe..";
  private static final String CLOUD = ROOT + ".cloud..";
  private static final String BILLMANAGER = ROOT + ".billmanager..";
  private static final String PROVISIONING = ROOT + ".provisioning..";
  private static final String COMMAND = ROOT + ".command..";
  private static final String JOURNAL = ROOT + ".journal..";
  private static final String MANUAL = ROOT + ".manual..";
  private static final String OPERATOR = ROOT + ".operator..";

  static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void roomsWhenTheyUseEachOtherFormNoCircle() {
    slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("every import goes down: a room can be read without those above it")
        .check(HOUSE);
  }

  @Test
  void secretWhenUsedKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage(SECRET)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "javax.crypto..", SECRET)
        .because("the strong-room must be safe whatever happens in the others")
        .check(HOUSE);
  }

  @Test
  void safeWhenUsedKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage(SAFE)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", SAFE)
        .because("every other room may need it, the log first of all")
        .check(HOUSE);
  }

  @Test
  void cloudWhenUsedKnowsNoBilling() {
    noClasses()
        .that()
        .resideInAPackage(CLOUD)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BILLMANAGER, PROVISIONING, COMMAND, OPERATOR)
        .because("the cloud's language has no billing words")
        .check(HOUSE);
  }

  @Test
  void billmanagerWhenUsedKnowsNoCloud() {
    noClasses()
        .that()
        .resideInAPackage(BILLMANAGER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CLOUD, PROVISIONING, COMMAND, OPERATOR)
        .because("the host's language has no cloud words")
        .check(HOUSE);
  }

  @Test
  void provisioningWhenUsedKnowsNobodyAbove() {
    noClasses()
        .that()
        .resideInAPackage(PROVISIONING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(COMMAND, OPERATOR)
        .because("what is provisioned does not depend on who asked")
        .check(HOUSE);
  }

  @Test
  void provisioningWhenUsedKnowsNoTools() {
    noClasses()
        .that()
        .resideInAPackage(PROVISIONING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "com.fasterxml..", "picocli..", "java.nio.file..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleNameStartingWith("Mgrctl")
        .because("it speaks the words of both sides, never their wires")
        .check(HOUSE);
  }

  @Test
  void commandWhenUsedKnowsNoOperatorAndNoTools() {
    noClasses()
        .that()
        .resideInAPackage(COMMAND)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OPERATOR, "okhttp3..", "com.fasterxml..", "picocli..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Process.class, Runtime.class)
        .because("a command tells the order of events; how each is done is told below")
        .check(HOUSE);
  }

  @Test
  void okHttpWhenUsedIsInOcsOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".cloud.ocs", ADDRESS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "okio..")
        .because("one client, one place for timeouts, certificates and redirects")
        .check(HOUSE);
  }

  @Test
  void addressWhenUsedKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage(ADDRESS)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "okhttp3", ADDRESS)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(OkHttpClient.class)
        .because("both sides compare what it tells")
        .check(HOUSE);
  }

  @Test
  void picocliWhenUsedIsWhereOneAsks() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BILLMANAGER, MANUAL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..")
        .because("BILLmanager's way of asking is its language, a person's is the manual")
        .check(HOUSE);
  }

  @Test
  void manualWhenUsedKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage(MANUAL)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "picocli..", SAFE, MANUAL)
        .because("it is about the commands, and has none of them")
        .check(HOUSE);
  }

  @Test
  void journalWhenUsedKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage(JOURNAL)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", SAFE, JOURNAL)
        .because("who logs must not be told of by the log")
        .check(HOUSE);
  }

  @Test
  void manualWhenUsedIsForPeopleOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(MANUAL, OPERATOR, ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(MANUAL)
        .because("what BILLmanager calls must not pay for what people read")
        .check(HOUSE);
  }

  @Test
  void jdbcWhenUsedIsInBillmanagerOnly() {
    onlyIn(BILLMANAGER, "java.sql..", "javax.sql..", "org.mariadb..")
        .because("the panel's tables are BILLmanager's language")
        .check(HOUSE);
  }

  private static ArchRule onlyIn(String room, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library);
  }
}
