package tenbin.proof;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.Disclosure;
import tenbin.nouns.observation.Observation;

/** The rules of the house, checked on the compiled classes of every room. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("tenbin");

  /** What only the clock of the caller may know; the JDK's ways to ask a clock of one's own. */
  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.ZonedDateTime",
          "java.time.OffsetDateTime");

  private static final List<String> BANNED_PACKAGES =
      List.of(
          "util", "utils", "helper", "manager", "impl", "dto", "service", "controller", "common");

  private static final String BANNED_NAMES =
      ".*(Util|Utils|Helper|Manager|Impl|Dto|DTO|Service|Controller|Common)";

  /** Extension points: at most four methods each (DESIGN section 2). */
  private static final Set<String> EXTENSION_POINTS =
      Set.of("Source", "Detector", "Channel", "Reader", "Writer", "Sink", "Desk", "Page");

  @Test
  void rooms_know_only_the_rooms_below_them() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("tenbin..")
        .withOptionalLayers(true)
        .layer("nouns")
        .definedBy("tenbin.nouns..")
        .layer("balance")
        .definedBy("tenbin.balance..")
        .layer("wire")
        .definedBy("tenbin.wire..")
        .layer("spine")
        .definedBy("tenbin.spine..")
        .layer("desks")
        .definedBy("tenbin.desks..", "tenbin.abuse..")
        .layer("web")
        .definedBy("tenbin.web..")
        .layer("hub")
        .definedBy("tenbin.hub..")
        .layer("proof")
        .definedBy("tenbin.proof..")
        .whereLayer("proof")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("hub")
        .mayOnlyBeAccessedByLayers("proof")
        .whereLayer("web")
        .mayOnlyBeAccessedByLayers("hub", "proof")
        .whereLayer("desks")
        .mayOnlyBeAccessedByLayers("hub", "proof")
        .whereLayer("spine")
        .mayOnlyBeAccessedByLayers("desks", "web", "hub", "proof")
        .whereLayer("wire")
        .mayOnlyBeAccessedByLayers("spine", "desks", "web", "hub", "proof")
        .whereLayer("balance")
        .mayOnlyBeAccessedByLayers("wire", "spine", "desks", "web", "hub", "proof")
        .check(HOUSE);
  }

  @Test
  void every_class_lives_in_a_room() {
    classes()
        .should()
        .resideInAnyPackage(
            "tenbin.nouns..",
            "tenbin.balance..",
            "tenbin.wire..",
            "tenbin.spine..",
            "tenbin.desks..",
            "tenbin.abuse..",
            "tenbin.web..",
            "tenbin.hub..",
            "tenbin.proof..")
        .check(HOUSE);
  }

  @Test
  void only_web_and_what_stands_on_it_knows_spring() {
    noClasses()
        .that()
        .resideOutsideOfPackages("tenbin.web..", "tenbin.hub..", "tenbin.proof..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.thymeleaf..")
        .check(HOUSE);
  }

  @Test
  void the_balance_and_the_nouns_know_only_the_jdk() {
    noClasses()
        .that()
        .resideInAnyPackage("tenbin.nouns..", "tenbin.balance..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "javax.crypto..", "tenbin..", "org.jspecify..")
        .check(HOUSE);
  }

  @Test
  void a_disclosure_has_no_public_constructor_and_is_made_only_by_the_balance() {
    constructors()
        .that()
        .areDeclaredIn(Disclosure.class)
        .should()
        .bePackagePrivate()
        .orShould()
        .bePrivate()
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackage("tenbin.balance")
        .should()
        .callConstructorWhere(
            describe(
                "makes a Disclosure",
                call -> call.getTargetOwner().isEquivalentTo(Disclosure.class)))
        .check(HOUSE);
    assertThat(Disclosure.class).isFinal();
  }

  @Test
  void pages_and_apis_get_no_observation_and_no_storage() {
    noClasses()
        .that()
        .resideInAnyPackage("tenbin.web..", "tenbin.hub.api..", "tenbin.hub.page..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("javax.sql..", "java.sql..", "tenbin.spine.storage..")
                .or(describe("an observation", type -> type.isEquivalentTo(Observation.class))))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void nobody_uses_the_older_jackson() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson.databind..")
        .check(HOUSE);
  }

  @Test
  void every_package_is_null_marked() {
    classes()
        .should(
            ArchRules.conditionOf(
                "be in a package marked @NullMarked",
                type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")))
        .check(HOUSE);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("tenbin.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void a_desk_knows_no_other_desk() {
    slices()
        .matching("tenbin.desks.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void an_extension_point_has_at_most_four_methods() {
    classes()
        .that(
            describe(
                "are extension points",
                type ->
                    type.isInterface()
                        && !type.isNestedClass()
                        && type.getPackageName().matches("tenbin\\.(wire|spine|desks).*")
                        && EXTENSION_POINTS.contains(type.getSimpleName())))
        .should(
            ArchRules.conditionOf(
                "have at most four methods", type -> type.getMethods().size() <= 4))
        .check(HOUSE);
  }

  @Test
  void names_are_nouns_of_the_field() {
    noClasses().should().haveNameMatching(BANNED_NAMES).check(HOUSE);
    assertThat(HOUSE.stream().map(JavaClass::getPackageName).distinct())
        .allSatisfy(
            name -> assertThat(name.split("\\.")).doesNotContainAnyElementsOf(BANNED_PACKAGES));
  }

  @Test
  void below_the_hub_nobody_asks_a_clock_of_his_own() {
    noClasses()
        .that()
        .resideOutsideOfPackages("tenbin.hub..", "tenbin.proof..")
        .should()
        .callMethodWhere(describe("asks the system's clock", ArchitectureTest::asksTheClock))
        .check(HOUSE);
  }

  @Test
  void below_the_hub_nobody_prints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("tenbin.hub..", "tenbin.proof..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(HOUSE);
  }

  @Test
  void architecture_md_shows_the_map_of_these_packages() throws IOException {
    Path document = Path.of("ARCHITECTURE.md");
    String before = Tree.text(document);
    int begin = before.indexOf(HouseMap.BEGIN);
    int end = before.indexOf(HouseMap.END);
    assertThat(begin).as("the map's first marker").isNotNegative();
    assertThat(end).as("the map's last marker").isGreaterThan(begin);
    String after =
        before.substring(0, begin)
            + HouseMap.draw()
            + before.substring(end + HouseMap.END.length());
    if (Boolean.getBoolean("tenbin.rewrite")) {
      Files.writeString(Tree.ROOT.resolve(document), after);
    } else {
      assertThat(before)
          .as("stale map: run ./tenbin check -Dtenbin.rewrite=true and look at the difference")
          .isEqualTo(after);
    }
  }

  private static boolean asksTheClock(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    boolean now = CLOCKS.contains(owner) && call.getName().equals("now");
    boolean millis = owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
    return now && call.getTarget().getRawParameterTypes().isEmpty() || millis;
  }
}
