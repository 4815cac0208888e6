package io.github.billnextcloud.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Who may know whom, checked on the compiled classes; DESIGN.md tells why there are rooms. */
class HouseRulesTest {

  static final String ROOT = "io.github.billnextcloud";

  /** From the roof to the cellar: a room may use those behind it, and no other. */
  private static final List<String> FLOORS =
      List.of(
          "",
          "app",
          "operator.connect",
          "operator.doctor",
          "operator.audit",
          "operator.survey",
          "operator.setup",
          "operator.privacy",
          "operator.leaving",
          "operator.show",
          "operator.capacity",
          "operator.metrics",
          "operator.logs",
          "operator.help",
          "operator.migrate",
          "operator.explain",
          "operator",
          "command.module",
          "command.lifecycle",
          "command.team",
          "command.form",
          "command",
          "provisioning.team",
          "provisioning",
          "provisioning.groups",
          "billmanager.checkup",
          "billmanager.setup",
          "billmanager.legacy",
          "billmanager",
          "billmanager.database",
          "billmanager.mgrctl",
          "billmanager.model",
          "billmanager.xml",
          "cloud.probe",
          "cloud.ocs",
          "cloud.graph",
          "cloud.http",
          "cloud.privacy",
          "cloud",
          "cli",
          "resident",
          "logging",
          "settings",
          "address",
          "text",
          "safe",
          "secret");

  private static final int MOST_FILES = 27;

  static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
          .importPackages(ROOT);

  @Test
  void everyImportGoesDown() {
    List<String> upward =
        HOUSE.stream()
            .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
            .filter(it -> it.getTargetClass().getPackageName().startsWith(ROOT))
            .filter(
                it ->
                    floor(it.getTargetClass().getPackageName())
                        < floor(it.getOriginClass().getPackageName()))
            .map(Dependency::getDescription)
            .toList();
    assertThat(upward).as("a room can be read without those above it").isEmpty();
  }

  /** Fails for a room that is not in the drawing. */
  private static int floor(String room) {
    int floor = FLOORS.indexOf(room.equals(ROOT) ? "" : room.substring(ROOT.length() + 1));
    assertThat(floor).as("the floor of %s", room).isNotNegative();
    return floor;
  }

  @Test
  void filesWhenTheyUseEachOtherFormNoCircle() {
    slices()
        .assignedFrom(new OneFileEach())
        .should()
        .beFreeOfCycles()
        .because("who reads one file of a circle has to read them all")
        .check(HOUSE);
  }

  private static final class OneFileEach implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""));
    }

    @Override
    public String getDescription() {
      return "files";
    }
  }

  @Test
  void namesWhenTheyAreRememberedAreOfOneTypeOnly() {
    Map<String, List<String>> names =
        HOUSE.stream()
            .filter(it -> it.getSimpleName().matches("[A-Z]\\w*") && !it.isAnonymousClass())
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    names.values().removeIf(types -> types.size() == 1);
    assertThat(names).as("one word for two things").isEmpty();
  }

  @Test
  void roomsWhenTheyAreFullAreDivided() {
    Map<String, Long> files =
        HOUSE.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    files.values().removeIf(count -> count <= MOST_FILES);
    assertThat(files).as("rooms of more than %d files", MOST_FILES).isEmpty();
  }

  @Test
  void provisioningWhenUsedKnowsOfThePanelOnlyItsModel() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".provisioning..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + ".billmanager..")
                .and(not(resideInAPackage(ROOT + ".billmanager.model"))))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "com.fasterxml..", "picocli..", "java.nio.file..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .because("it speaks the words of both sides, never their wires")
        .check(HOUSE);
  }

  @Test
  void billmanagerWhenUsedKnowsNoCloud() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".billmanager..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".cloud..")
        .because("the host's language has no cloud words")
        .check(HOUSE);
  }

  @Test
  void commandsWhenUsedKnowNoTools() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".command..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "com.fasterxml..", "picocli..", "java.sql..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Process.class, Runtime.class)
        .because("a command tells the order of events; how each is done is told below")
        .check(HOUSE);
  }

  @Test
  void cellarWhenUsedKnowsNobody() {
    knows("secret", "javax.crypto..")
        .because("the strong-room is safe, whatever happens")
        .check(HOUSE);
    knows("safe").because("every other room may need it, the log first of all").check(HOUSE);
    knows("settings").because("the log needs it before anything else is there").check(HOUSE);
    knows("address", "okhttp3").because("both sides compare what it tells").check(HOUSE);
    knows("text", ROOT + ".safe")
        .because("any room may make a sentence; it is put into words where it is shown")
        .check(HOUSE);
    knows("cli", "picocli..", ROOT + ".safe", ROOT + ".settings", ROOT + ".text")
        .because("it is about the commands, and has none of them")
        .check(HOUSE);
  }

  private static ArchRule knows(String room, String... others) {
    String[] allowed = Arrays.copyOf(others, others.length + 2);
    allowed[others.length] = "java..";
    allowed[others.length + 1] = ROOT + "." + room;
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(allowed)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(OkHttpClient.class);
  }

  @Test
  void logWhenWrittenKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".logging")
        .and()
        .haveNameNotMatching(".*\\.LogbackSetup(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", ROOT + ".safe", ROOT + ".logging")
        .because("who logs must not be told of by the log")
        .check(HOUSE);
  }

  @Test
  void standInsWhenTheyAnswerKnowNothingOfTheProgram() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..").and(not(resideInAPackage(ROOT + ".standin.."))))
        .because("what both ends of a wire have in common is wrong at both ends")
        .check(new ClassFileImporter().importPackages(ROOT + ".standin"));
  }

  @Test
  void helpWhenReadIsForPeopleOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + ".cli", ROOT + ".operator..", ROOT + ".app", ROOT, ROOT + ".text")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            ".*\\.cli\\.(Command(?!Result|LineParser)|OperatorCommandParser|PicocliCommandModel|Help|ManPage|Roff|ShellCompletion|Usage|Spelling|Files).*")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(".*\\.text\\.Messages")
        .because("what BILLmanager calls must not pay for what people read")
        .check(HOUSE);
  }

  @Test
  void librariesWhenUsedAreInTheRoomThatIsAboutThem() {
    onlyIn("okhttp3..|okio..", "cloud.http", "cloud.ocs", "cloud.graph", "cloud.probe", "address")
        .because("one client, one place for timeouts, certificates and redirects")
        .check(HOUSE);
    onlyIn("picocli..", "cli").because("it reads what was typed").check(HOUSE);
    onlyIn("java.sql..|javax.sql..|org.mariadb..", "billmanager.database", "billmanager.checkup")
        .because("the panel's tables are BILLmanager's language")
        .check(HOUSE);
  }

  private static ArchRule onlyIn(String libraries, String... rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            Arrays.stream(rooms).map(room -> ROOT + "." + room).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries.split("\\|"));
  }
}
