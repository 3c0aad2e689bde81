package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContributingTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern FILE = Pattern.compile("`(?:[\\w/-]+/)?(\\w+\\.(?:java|drl))`");

    @Test
    void each_file_that_the_page_for_contributors_names_is_there() throws IOException {
        Set<String> named = FILE.matcher(Pages.read(ROOT.resolve("CONTRIBUTING.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(15);

        named.removeAll(sources());

        assertThat(named).isEmpty();
    }

    private static Set<String> sources() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : new String[] {"opel-core", "opel-rules/engine", "opel-rules/testkit", "opel-rules/cli"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
                files.map(file -> file.getFileName().toString()).forEach(names::add);
            }
        }
        return names;
    }
}
