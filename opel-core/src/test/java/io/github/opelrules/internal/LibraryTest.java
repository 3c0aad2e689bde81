package io.github.opelrules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibraryTest {

    @Test
    void the_version_that_results_name_is_that_of_the_build() {
        // The build says its version; an IDE may not, and then the form is all there is to check.
        assertThat(Library.VERSION).isEqualTo(System.getProperty("project.version", Library.VERSION));
        assertThat(Library.VERSION).matches("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.]+)?");
    }
}
