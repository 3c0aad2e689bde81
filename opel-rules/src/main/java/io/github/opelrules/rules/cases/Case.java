package io.github.opelrules.rules.cases;

import io.github.opelrules.report.SituationReport;

/**
 * A worked example.
 *
 * @param name what it shows, as a sentence
 * @param file the folder and the file that it stands in
 * @param line its line there, from 1
 * @param report what is reported
 * @param expected what must come out
 */
public record Case(String name, String file, int line, SituationReport report, Expected expected) {

    /** {@code nhse-opel-2023-24/cases/acute.yaml:12}. */
    public String place() {
        return file + ":" + line;
    }
}
