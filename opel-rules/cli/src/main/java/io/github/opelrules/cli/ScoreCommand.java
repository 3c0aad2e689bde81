package io.github.opelrules.cli;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.tier.SystemAssessment;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opel score}: one line per report. */
final class ScoreCommand implements Subcommand {

    private static final List<String> FORMATS = List.of("text", "json", "record");

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
        CommandSpec spec = Options.scoring(
                name(),
                "Says the OPEL level of each report, with its score and what drives it; with --hierarchy the levels of the"
                        + " whole system.",
                FORMATS);
        SystemView.addOptions(
                spec,
                "Show the levels of the units in this file, .yaml, .json or .csv, as a tree of ICS, region and nation.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        String format = Options.format(arguments, FORMATS);
        boolean json = format.equals("json");
        boolean records = format.equals("record");
        OpelEngine engine = Options.engine(arguments);
        Presentation presentation;
        if (SystemView.isAskedFor(arguments)) {
            presentation = records
                    ? SystemView.recorded(arguments, engine)
                    : SystemView.of(
                            arguments, engine, json ? system -> OpelJson.write(system) + "\n" : ScoreCommand::tree);
        } else {
            presentation = json || records
                    ? new JsonLines(records ? OpelJson::writeRecord : OpelJson::write)
                    : new ScoreTable();
        }
        return new Scoring(engine, presentation, arguments, console).run();
    }

    private static String tree(SystemAssessment system) {
        return "At " + system.at() + "\n\n" + system.toText();
    }
}
