package io.github.opelrules.cli;

import io.github.opelrules.internal.Words;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel schema}: the JSON schemas, for editors and other programs. */
final class SchemaCommand implements Subcommand {

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(name(), "Lists the JSON schemas of all file formats, or prints one.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("NAME")
                .arity("0..1")
                .type(String.class)
                .description("Print this one. Otherwise all are listed.")
                .build());
        spec.usageMessage()
                .footer(
                        "",
                        "Editors use a schema to complete what you type in a rule file and to mark mistakes.",
                        "Exit codes: 0 done; 2 wrong usage.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        String name = arguments.matchedPositionalValue(0, "");
        if (name.isEmpty()) {
            Shipped.SCHEMAS.forEach(each -> console.print(each + "\n"));
            return Outcome.DONE;
        }
        if (!Shipped.SCHEMAS.contains(name)) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    Words.quoted(name) + " is not a schema." + Words.didYouMean(name, Shipped.SCHEMAS) + " Known: "
                            + String.join(", ", Shipped.SCHEMAS) + ".");
        }
        console.print(Shipped.schema(name));
        return Outcome.DONE;
    }
}
