package io.github.opelrules.examples;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Where the files of the examples stand. */
final class Shipped {

    private Shipped() {}

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Shipped.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
