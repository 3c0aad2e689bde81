package io.github.opelrules.rules.check;

/**
 * One thing that is wrong, or looks wrong, with a rule file.
 *
 * @param code what kind of thing, stable from release to release, such as {@code OPEL-023}
 * @param severity whether it keeps the rules from being used
 * @param file the folder and the file, such as {@code nhse-opel-2023-24/acute.yaml}
 * @param line the line, from 1; 1 where the whole file is meant
 * @param column the character in the line, from 1; 1 where the whole file is meant
 * @param message what was found, what was expected, and how to mend it
 */
public record Finding(String code, Severity severity, String file, int line, int column, String message) {

    /** How bad a finding is. */
    public enum Severity {
        /** The rules cannot be used. */
        ERROR,
        /** The rules can be used, but somebody should look. */
        WARNING
    }

    /** {@code nhse-opel-2023-24/acute.yaml:12:9: OPEL-023 "bands" is …}; a warning says so before its code. */
    @Override
    public String toString() {
        String warning = severity == Severity.WARNING ? "warning " : "";
        return file + ":" + line + ":" + column + ": " + warning + code + " " + message;
    }
}
