package io.github.opelrules.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.protocol.ProtocolModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Pattern WHAT_THE_RULES_WERE_COMPILED_TO = Pattern.compile(
            ".*/(engine|tier|escalate|protocol/[a-z0-9_]+)/(P[0-9A-F]{2}/.*|Rules[0-9A-F]{32}.*|DomainClassesMetadata.*)");

    /** Neither tests nor the helpers of tests, which other modules have in a jar. */
    static final ImportOption SHIPPED = location ->
            ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(location) && !location.contains("-tests.jar");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(SHIPPED)
            .withImportOption(location -> !location.matches(WHAT_THE_RULES_WERE_COMPILED_TO))
            .importPackages("io.github.opelrules");

    private static final DescribedPredicate<JavaClass> OURS_OR_THE_JDKS = resideInAnyPackage(
                    "java..", "io.github.opelrules..", "org.jspecify..")
            .or(DescribedPredicate.describe("primitive", JavaClass::isPrimitive))
            .or(DescribedPredicate.describe("array", JavaClass::isArray));

    @Test
    void no_public_signature_names_a_foreign_type() {
        members()
                .that()
                .areDeclaredInClassesThat(are(resideInAnyPackage(
                        "io.github.opelrules",
                        "io.github.opelrules.rules",
                        "..framework..",
                        "..report..",
                        "..assess..",
                        "io.github.opelrules.tier..",
                        "io.github.opelrules.escalate..",
                        "..rules.cases..",
                        "..rules.check..",
                        "..testkit.coverage..",
                        "..testkit.diff..",
                        "..testkit.replay..",
                        "..testkit.worksheet..",
                        "..rules.record..",
                        "..testkit.conform..")))
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should(nameOnlyOurTypes())
                .check(MAIN);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.github.opelrules.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void no_two_classes_of_a_module_have_one_simple_name() {
        Map<String, List<String>> repeated = MAIN.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        type -> PublicApiTest.artefact(type.getPackageName()) + ": " + type.getSimpleName(),
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        repeated.values().removeIf(types -> types.size() == 1);

        assertThat(repeated).isEmpty();
    }

    @Test
    void only_what_runs_rules_knows_drools() {
        noClasses()
                .that(resideInAPackage("io.github.opelrules.."))
                .and()
                .resideOutsideOfPackages(
                        "..internal.drools..", "..internal.engine..", "..internal.tier..", "..internal.escalate..")
                .and()
                .doNotHaveFullyQualifiedName(ProtocolModel.class.getName())
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie.."))
                .check(MAIN);
    }

    /** It is what generated code calls, and no documented API. */
    @Test
    void only_what_makes_rules_and_what_loads_them_knows_the_executable_model() {
        noClasses()
                .that(resideInAPackage("io.github.opelrules.."))
                .and()
                .doNotHaveFullyQualifiedName(ProtocolModel.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(CompiledRules.class.getName())
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.drools.model.."))
                .check(MAIN);
    }

    @Test
    void what_a_host_embeds_knows_neither_the_test_kit_nor_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..testkit..", "..cli..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("..testkit..", "..cli.."))
                .check(MAIN);
    }

    @Test
    void only_the_command_line_knows_picocli_and_is_known_to_nobody() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..cli..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("picocli..", "..cli.."))
                .check(MAIN);
    }

    /** What copies bundled files, and what loads classes ahead, still do. */
    @Test
    void the_command_line_loads_rules_and_makes_engines_by_the_public_api() {
        noClasses()
                .that()
                .resideInAPackage("..cli..")
                .and()
                .haveNameNotMatching(".*\\.(NewCommand|Scoring)(\\$.*)?")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "..internal.source..",
                        "..internal.table..",
                        "..internal.cases..",
                        "..internal.load..",
                        "..internal.engine.."))
                .check(MAIN);
    }

    @Test
    void only_what_is_for_tests_of_a_host_knows_junit_and_is_known_to_nobody() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..testkit.junit..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.junit..", "..testkit.junit.."))
                .check(MAIN);
    }

    @Test
    void what_is_not_api_is_internal_or_package_private() {
        classes()
                .that()
                .resideInAPackage("io.github.opelrules.rules")
                .and()
                .arePublic()
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(MAIN);
    }

    private static ArchCondition<JavaMember> nameOnlyOurTypes() {
        return new ArchCondition<>("name only types of the JDK and of this project") {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                member.getAllInvolvedRawTypes().stream()
                        .filter(OURS_OR_THE_JDKS.negate())
                        .forEach(foreign -> events.add(SimpleConditionEvent.violated(
                                member, member.getFullName() + " names " + foreign.getFullName())));
            }
        };
    }
}
