package io.github.opelrules.cli;

import java.util.List;

/** How scored reports are shown. */
interface Presentation {

    /** The next reports as text, in their order. */
    String show(List<Scored> reports);

    /** What follows the last. */
    default String end() {
        return "";
    }
}
