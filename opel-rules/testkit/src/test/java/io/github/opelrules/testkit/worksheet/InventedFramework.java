package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.RuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The invented document of the guide and its worksheet, as somebody filled it in. */
final class InventedFramework {

    static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final Path FOLDER = Path.of("../../opel-examples/src/main/resources/io/github/opelrules/examples");

    private InventedFramework() {}

    static Worksheet worksheet() {
        return Worksheet.read(FOLDER.resolve("invented-framework.xlsx"));
    }

    static String document() throws IOException {
        return Files.readString(FOLDER.resolve("invented-framework.md"));
    }

    /** What is in service, and is to be replaced. */
    static RuleSource before() {
        return RuleSource.bundled(FrameworkId.of("nhse-opel-2024-26"));
    }
}
