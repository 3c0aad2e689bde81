package io.github.opelrules.rules.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opel explain}: the reasons of each report's level. */
final class ExplainCommand implements Subcommand {

    private static final List<String> FORMATS = List.of("text", "markdown", "json");

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public void prepare() {
        Scoring.prepare();
    }

    @Override
    public CommandSpec spec() {
        return Options.scoring(
                name(),
                "Says why each report has its OPEL level: the rule and the source of every point, what is not known, and"
                        + " what would change the level.",
                FORMATS);
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        String format = Options.format(arguments, FORMATS);
        Presentation presentation =
                format.equals("json") ? new JsonLines() : new Explanations(format.equals("markdown"));
        return new Scoring(Options.engine(arguments), presentation, console).run(Options.files(arguments));
    }
}
