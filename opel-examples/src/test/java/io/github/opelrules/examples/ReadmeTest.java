package io.github.opelrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.Pages;
import io.github.opelrules.rules.Pages.Block;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README and all other pages show code that compiles, what programs really print, and links that lead somewhere. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Path README = ROOT.resolve("README.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    private static String sources = "";

    static List<Path> pages() {
        return Pages.all(ROOT);
    }

    @BeforeAll
    static void readAllSources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module :
                List.of("opel-core", "opel-rules/engine", "opel-rules/testkit", "opel-rules/cli", "opel-examples")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(file -> all.append(withoutBlanks(Pages.read(file))));
            }
        }
        sources = all.toString();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void code_on_a_page_stands_in_a_source_that_compiles(Path page) {
        assertThat(Pages.blocks(page, "java"))
                .flatMap(block -> List.of(block.content().split("\n\n")))
                .filteredOn(code -> !sources.contains(withoutBlanks(code)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void output_on_a_page_is_what_the_program_prints(Path page) throws ReflectiveOperationException {
        for (Block block : Pages.blocks(page, "text")) {
            if (!block.name().isEmpty()) {
                assertThat(outputOf(block.name()))
                        .as(page + ", " + block.name())
                        .containsPattern("(?m)^" + Pages.shown(block.content()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_lead_to_a_page_and_to_a_heading_of_it(Path page) {
        LINK.matcher(Pages.prose(page))
                .results()
                .filter(link -> !link.group(1).startsWith("http"))
                .forEach(link -> {
                    Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                    assertThat(target).as(page + ": " + link.group()).exists();
                    if (link.group(2) != null) {
                        assertThat(anchors(target))
                                .as(page + ": " + link.group())
                                .contains(link.group(2));
                    }
                });
    }

    @Test
    void the_first_command_runs_the_program_whose_output_follows() {
        List<Block> blocks = Pages.blocks(README);

        assertThat(blocks.get(0).content()).endsWith("exec:java\n");
        assertThat(Pages.read(ROOT.resolve("pom.xml")))
                .contains("<mainClass>io.github.opelrules.examples."
                        + blocks.get(1).name() + "</mainClass>");
        assertThat(Pages.blocks(README, "java")).isNotEmpty();
    }

    @Test
    void it_is_read_in_ten_minutes_and_leads_to_all_other_pages() {
        String text = Pages.read(README);

        assertThat(text.split("\\s+")).hasSizeLessThanOrEqualTo(1300);
        assertThat(pages())
                .filteredOn(page -> !page.equals(README))
                .allSatisfy(page -> assertThat(text)
                        .contains("](" + ROOT.relativize(page).toString().replace('\\', '/')));
    }

    /** The same whichever way its lines are broken. */
    private static String withoutBlanks(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String outputOf(String program) throws ReflectiveOperationException {
        var main = Class.forName("io.github.opelrules.examples." + program).getMethod("main", String[].class);
        return Output.of(() -> {
            try {
                main.invoke(null, (Object) new String[0]);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new AssertionError(program, e);
            }
        });
    }

    /** The names of the headings, as GitHub makes them. */
    private static List<String> anchors(Path page) {
        return HEADING.matcher(Pages.prose(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toList());
    }
}
