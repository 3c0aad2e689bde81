package io.github.opelrules.rules.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opel score}: one line per report. */
final class ScoreCommand implements Subcommand {

    private static final List<String> FORMATS = List.of("text", "json");

    @Override
    public String name() {
        return "score";
    }

    @Override
    public void prepare() {
        Scoring.prepare();
    }

    @Override
    public CommandSpec spec() {
        return Options.scoring(
                name(), "Says the OPEL level of each report, with its score and what drives it.", FORMATS);
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        String format = Options.format(arguments, FORMATS);
        Presentation presentation = format.equals("json") ? new JsonLines() : new ScoreTable();
        return new Scoring(Options.engine(arguments), presentation, console).run(Options.files(arguments));
    }
}
