package io.github.opelrules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holds of the whole module, whatever is added to it. */
class ArchitectureTest {

    private static final String BASE = "io.github.opelrules";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    @Test
    void the_module_needs_the_jdk_and_jspecify_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", BASE + "..")
                .check(CLASSES);
    }

    @Test
    void packages_build_on_each_other_in_one_direction() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        mayUse("internal");
        mayUse("framework", "internal");
        mayUse("report", "framework", "internal");
        mayUse("assess", "framework", "report", "internal");
        mayUse("tier", "framework", "report", "assess", "internal");
        mayUse("escalate", "framework", "report", "assess", "tier", "internal");
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE)
                .check(CLASSES);
    }

    private static void mayUse(String user, String... used) {
        Set<String> allowed =
                Stream.of(used).map(name -> BASE + "." + name + "..").collect(Collectors.toSet());
        allowed.add(BASE + "." + user + "..");
        allowed.add("java..");
        allowed.add("org.jspecify..");
        classes()
                .that()
                .resideInAPackage(BASE + "." + user + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void every_package_says_what_is_null() {
        Set<JavaPackage> packages = CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());

        assertThat(packages).extracting(JavaPackage::getName).contains(BASE, BASE + ".framework", BASE + ".internal");
        assertThat(packages)
                .allSatisfy(each -> assertThat(each.tryGetPackageInfo())
                        .as(each.getName())
                        .hasValueSatisfying(info -> assertThat(info.isAnnotatedWith(NullMarked.class))
                                .isTrue()));
    }

    @Test
    void public_types_are_named_for_what_they_are() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal..")
                .and()
                .arePublic()
                .should()
                .haveNameMatching(".*(Util|Utils|Manager|Impl|Helper)")
                .check(CLASSES);
    }

    @Test
    void nothing_reads_a_clock() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CLASSES);
    }

    @Test
    void nothing_reads_a_file_the_network_or_the_environment() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.io..")
                        .and(not(name("java.io.Serializable")))
                        .or(resideInAPackage("java.nio.."))
                        .or(resideInAPackage("java.net.."))
                        .or(name("java.util.Random")))
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void nothing_static_can_change() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(notChange())
                .check(CLASSES);
    }

    /** A static field is final, and not of a type that is there to be changed; lists are known to be copies. */
    private static ArchCondition<JavaField> notChange() {
        return new ArchCondition<>("be final and of a type that does not change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass type = field.getRawType();
                boolean mutable = type.isArray()
                        || type.isAssignableTo(Collection.class)
                        || type.isAssignableTo(Map.class)
                        || type.isAssignableTo(Appendable.class)
                        || type.getPackageName().startsWith("java.util.concurrent");
                boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
                events.add(new SimpleConditionEvent(
                        field, isFinal && !mutable, field.getFullName() + " of type " + type.getName()));
            }
        };
    }
}
