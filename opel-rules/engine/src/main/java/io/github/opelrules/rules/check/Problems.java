package io.github.opelrules.rules.check;

import io.github.opelrules.internal.Words;
import java.util.List;

/** How exceptions list what is wrong. */
final class Problems {

    /** More than this help nobody: a hundred, and one that counts what is left out of a file. */
    private static final int MOST = 101;

    private Problems() {}

    /** {@code The rules have 2 problems:}, and each on a line of its own; of more than a hundred, how many are left out. */
    static String message(String begin, List<Finding> findings) {
        StringBuilder message = new StringBuilder(begin)
                .append(Words.count(findings.size(), "problem"))
                .append(':');
        findings.stream().limit(MOST).forEach(finding -> message.append("\n  ").append(finding));
        if (findings.size() > MOST) {
            message.append("\n  and ").append(findings.size() - MOST).append(" more");
        }
        return message.toString();
    }
}
