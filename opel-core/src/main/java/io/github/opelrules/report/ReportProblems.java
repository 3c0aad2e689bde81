package io.github.opelrules.report;

import io.github.opelrules.internal.Words;
import io.github.opelrules.report.ReportProblem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Problems of one report: the first hundred, and how many more there are. */
final class ReportProblems {

    /** More than this help nobody: the first mend most of the others. */
    private static final int MOST = 100;

    private final List<ReportProblem> first = new ArrayList<>();
    private int more;

    void add(Code code, String where, String message) {
        add(code, where, () -> message);
    }

    /** @param message is composed when somebody reads it */
    void add(Code code, String where, Supplier<String> message) {
        add(new ReportProblem(code, where, message));
    }

    private void add(ReportProblem problem) {
        if (first.size() < MOST) {
            first.add(problem);
        } else {
            more++;
        }
    }

    void addAll(ReportProblems others) {
        others.first.forEach(problem -> add(problem));
        more += others.more;
    }

    /** Whether a part was given and refused, so that it is not missing as well. */
    boolean isRejected(String where) {
        return first.stream().anyMatch(problem -> problem.where().equals(where));
    }

    /** In their order, and a last one that counts those that are left out. */
    List<ReportProblem> listed() {
        List<ReportProblem> listed = new ArrayList<>(first);
        if (more > 0) {
            listed.add(new ReportProblem(
                    Code.TOO_MANY_PROBLEMS,
                    "report",
                    "has " + Words.count(more, "more problem") + (more == 1 ? ", which is" : ", which are")
                            + " left out here. Mend those above, then try again."));
        }
        return listed;
    }
}
