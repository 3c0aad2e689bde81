package io.github.opelrules.rules.cases;

import io.github.opelrules.OpelEngine;

/** A worked example: what is reported, and what must come out of it. */
public sealed interface Case permits ReportCase, SystemCase, SequenceCase {

    /** What it shows, as a sentence. */
    String name();

    /** The folder and the file that it stands in. */
    String file();

    /** Its line there, from 1. */
    int line();

    /** Whether it was generated from the rules themselves; it then shows what they say, and not that they are right. */
    boolean isGenerated();

    /** Tries it by an engine that scores every report by the framework in question. */
    CaseResult tryWith(OpelEngine engine);

    /** {@code nhse-opel-2023-24/cases/acute.yaml:12}. */
    default String place() {
        return file() + ":" + line();
    }
}
