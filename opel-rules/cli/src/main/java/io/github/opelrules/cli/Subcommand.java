package io.github.opelrules.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One verb of the command line. */
interface Subcommand {

    /** The verb, as typed. */
    String name();

    /** Begins in the background what takes long and is needed whatever the arguments are. */
    default void prepare() {}

    /** Its options, its arguments and its help. */
    CommandSpec spec();

    /**
     * Does what was asked.
     *
     * @throws ParameterException if the arguments make no sense
     */
    Outcome run(ParseResult arguments, Console console);
}
