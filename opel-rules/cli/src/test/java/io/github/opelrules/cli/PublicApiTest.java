package io.github.opelrules.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public API of what hosts depend on is written down in docs/api: whoever changes it says so there. */
class PublicApiTest {

    private static final Path LISTS = Path.of("../../docs/api").toAbsolutePath().normalize();

    private static final Predicate<String> NOT_FOR_HOSTS =
            Predicate.not(name -> (name + ".").matches("io\\.github\\.opelrules\\.(cli\\.|(.*\\.)?internal\\.).*"));

    private static final Map<String, List<Class<?>>> API = new ClassFileImporter()
            .withImportOption(ArchitectureTest.SHIPPED).importPackages("io.github.opelrules").stream()
                    .filter(type -> NOT_FOR_HOSTS.test(type.getPackageName()))
                    .<Class<?>>map(JavaClass::reflect)
                    .filter(PublicApiTest::isSeen)
                    .collect(Collectors.groupingBy(
                            type -> artefact(type.getPackageName()), TreeMap::new, Collectors.toList()));

    @ParameterizedTest
    @ValueSource(strings = {"opel-core", "opel-rules", "opel-testkit"})
    void the_public_api_is_the_one_that_is_written_down(String artefact) throws IOException {
        String now = API.get(artefact).stream()
                .collect(Collectors.toMap(Class::getName, PublicApiTest::lines, (one, same) -> one, TreeMap::new))
                .values()
                .stream()
                .collect(joining("\n"));
        Path list = LISTS.resolve(artefact + ".txt");
        Path made = Files.writeString(
                Files.createDirectories(Path.of("target", "api")).resolve(artefact + ".txt"), now);

        assertThat(now)
                .as(
                        "The public API of %s is not the one in %s. If you mean the change, say so in CHANGELOG.md, and: cp %s %s",
                        artefact, list, made.toAbsolutePath(), list)
                .isEqualTo(Files.exists(list) ? Files.readString(list) : "");
    }

    /** The artefact that a package belongs to. */
    static String artefact(String packageName) {
        String name = packageName + ".";
        return name.startsWith("io.github.opelrules.testkit.")
                ? "opel-testkit"
                : name.startsWith("io.github.opelrules.cli.")
                        ? "opel-cli"
                        : name.startsWith("io.github.opelrules.rules.") ? "opel-rules" : "opel-core";
    }

    /** The type with its members, a line each: constants in their order, the others by name. What a record's heading says is left out. */
    private static String lines(Class<?> type) {
        Map<String, String> members = new TreeMap<>();
        for (Field field : type.getDeclaredFields()) {
            if (isSeen(field)) {
                String order = field.isEnumConstant() ? "%04d".formatted(members.size()) : field.getName();
                members.put(order, field.isEnumConstant() ? field.getName() : declared(field));
            }
        }
        Stream.<Executable>of(type.getDeclaredConstructors())
                .filter(constructor -> isSeen(constructor) && !isInHeading(type, constructor))
                .forEach(constructor -> members.put(
                        " " + parameters(constructor),
                        modifiers(constructor) + type.getSimpleName() + parameters(constructor)));
        Stream.of(type.getMethods(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(method -> method.getDeclaringClass() == type || !isSeen(method.getDeclaringClass()))
                .filter(method -> isSeen(method) && !isInHeading(type, method) && !isOfEvery(type, method))
                .forEach(method -> members.put(method.getName() + parameters(method), declared(method)));
        return heading(type) + "\n"
                + members.values().stream()
                        .map(member -> "    " + member + "\n")
                        .collect(joining());
    }

    private static String declared(Field field) {
        return modifiers(field) + typeOf(field.getGenericType(), field.getAnnotatedType()) + " " + field.getName();
    }

    private static String declared(Method method) {
        return modifiers(method)
                + typeOf(method.getGenericReturnType(), method.getAnnotatedReturnType())
                + " "
                + method.getName()
                + parameters(method);
    }

    private static boolean isInHeading(Class<?> type, Executable member) {
        if (!type.isRecord()) {
            return false;
        }
        List<RecordComponent> components = List.of(type.getRecordComponents());
        return member instanceof Method
                ? components.stream()
                        .anyMatch(component -> component.getAccessor().equals(member))
                : components.stream()
                        .<Class<?>>map(RecordComponent::getType)
                        .toList()
                        .equals(List.of(member.getParameterTypes()));
    }

    private static String heading(Class<?> type) {
        String kind = type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        String components = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(PublicApiTest::component)
                        .collect(joining(", ", "(", ")"))
                : "";
        Stream<Type> above = Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass())
                        .filter(parent -> !Set.of(Object.class, Record.class).contains(parent) && !type.isEnum()),
                Stream.of(type.getGenericInterfaces()));
        String parents = above.map(PublicApiTest::plain).sorted().collect(joining(", "));
        boolean open = !Modifier.isFinal(type.getModifiers()) && !type.isInterface() && !type.isEnum();
        return (Modifier.isProtected(type.getModifiers()) ? "protected " : "")
                + (type.isSealed()
                        ? "sealed "
                        : open && Modifier.isAbstract(type.getModifiers()) ? "abstract " : open ? "open " : "")
                + kind
                + " "
                + type.getName().replace('$', '.')
                + typeParameters(type.getTypeParameters())
                + components
                + (parents.isEmpty() ? "" : ": " + parents);
    }

    private static String component(RecordComponent component) {
        return typeOf(component.getGenericType(), component.getAnnotatedType()) + " " + component.getName();
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getParameters())
                .map(PublicApiTest::parameter)
                .collect(joining(", ", "(", ")"));
    }

    private static String parameter(Parameter parameter) {
        String type = typeOf(parameter.getParameterizedType(), parameter.getAnnotatedType());
        return (parameter.isVarArgs() ? type.replaceFirst("\\[]$", "...") : type) + " " + parameter.getName();
    }

    private static String modifiers(Member member) {
        int modifiers = member.getModifiers();
        boolean ofInterface = member.getDeclaringClass().isInterface();
        String type = member instanceof Method method ? typeParameters(method.getTypeParameters()) : "";
        return (Modifier.isProtected(modifiers) ? "protected " : "")
                + (Modifier.isStatic(modifiers) ? "static " : "")
                + (Modifier.isAbstract(modifiers) && !ofInterface ? "abstract " : "")
                + (ofInterface && member instanceof Method method && method.isDefault() ? "default " : "")
                + (type.isEmpty() ? "" : type + " ");
    }

    private static String typeParameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> Arrays.stream(variable.getBounds())
                                .filter(bound -> bound != Object.class)
                                .map(PublicApiTest::plain)
                                .collect(joining(" & ", variable.getName() + " extends ", ""))
                                .replaceFirst(" extends $", ""))
                        .collect(joining(", ", "<", ">"));
    }

    /** A type as one reads it, with a question mark where it may be null. */
    private static String typeOf(Type type, AnnotatedElement annotated) {
        boolean nullable = Arrays.stream(annotated.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(Nullable.class::equals);
        return plain(type) + (nullable ? "?" : "");
    }

    private static String plain(Type type) {
        return type.getTypeName().replaceAll("(?:[a-z]\\w*\\.)+(?=[A-Z])", "").replace('$', '.');
    }

    /** Enums, records and all objects have these. */
    private static boolean isOfEvery(Class<?> type, Method method) {
        String signature = method.getName() + Arrays.toString(method.getParameterTypes());
        return method.getDeclaringClass() == Object.class
                || Set.of("equals[class java.lang.Object]", "hashCode[]", "toString[]")
                        .contains(signature)
                || type.isEnum()
                        && Set.of("values[]", "valueOf[class java.lang.String]").contains(signature);
    }

    private static boolean isSeen(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return !type.isSynthetic() && isSeen(type.getModifiers(), outer) && (outer == null || isSeen(outer));
    }

    private static boolean isSeen(Member member) {
        return !member.isSynthetic() && isSeen(member.getModifiers(), member.getDeclaringClass());
    }

    private static boolean isSeen(int modifiers, @Nullable Class<?> owner) {
        return Modifier.isPublic(modifiers)
                || Modifier.isProtected(modifiers) && owner != null && !Modifier.isFinal(owner.getModifiers());
    }
}
