package io.github.opelrules.cli;

import io.github.opelrules.internal.Library;
import io.github.opelrules.internal.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command {@code opel}.
 *
 * <p>Exit codes: 0 done; 1 at least one report could not be scored; 2 wrong usage or unreadable input; 3 at least one level
 * is undetermined. Where several hold, 2 goes before 1 and 1 before 3.
 */
public final class OpelCommand {

    private static final List<Subcommand> SUBCOMMANDS = List.of(
            new ScoreCommand(),
            new ExplainCommand(),
            new CheckCommand(),
            new TestCommand(),
            new DiffCommand(),
            new ReplayCommand(),
            new VerifyCommand(),
            new ConformCommand(),
            new NewCommand(),
            new WorksheetCommand(),
            new FillCommand(),
            new FrameworksCommand(),
            new RulesCommand(),
            new SentencesCommand(),
            new CardsCommand(),
            new SchemaCommand());

    private OpelCommand() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments as typed after {@code opel}
     */
    public static void main(String... arguments) {
        // Without this a library that logs would warn, on the way to every result, that nobody listens.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int exitCode = run(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                arguments);
        System.exit(exitCode);
    }

    static int run(InputStream in, OutputStream out, OutputStream err, String... arguments) {
        Console console = new Console(in, out, err);
        try {
            Outcome outcome = run(console, arguments);
            console.flush();
            return outcome.exitCode();
        } catch (UncheckedIOException e) {
            // A reader that has seen enough, such as head, closes the pipe; that is no failure.
            if ("Broken pipe".equals(e.getMessage())) {
                return Outcome.DONE.exitCode();
            }
            console.complain("The result cannot be written: " + e.getMessage() + ".");
            return Outcome.UNUSABLE.exitCode();
        }
    }

    private static Outcome run(Console console, String... arguments) {
        try {
            ParseResult parsed = commandLine(arguments).parseArgs(arguments);
            ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
            CommandLine command = last.commandSpec().commandLine();
            if (last.isUsageHelpRequested()) {
                console.print(command.getUsageMessage(Ansi.OFF));
                return Outcome.DONE;
            }
            if (last.isVersionHelpRequested()) {
                console.print("opel " + Library.VERSION + "\n");
                return Outcome.DONE;
            }
            if (last == parsed) {
                throw new ParameterException(command, "No command is given. " + known());
            }
            return subcommand(last.commandSpec().name()).orElseThrow().run(last, console);
        } catch (ParameterException e) {
            String command = e.getCommandLine().getCommandSpec().qualifiedName();
            console.complain(message(e) + "\nTry \"" + command + " --help\".");
            return Outcome.UNUSABLE;
        }
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String found = unmatched.getUnmatched().get(0);
            if (found.startsWith("-")) {
                return notAnOption(found, unmatched.getSuggestions());
            }
            return e.getCommandLine().getParent() == null
                    ? notACommand(found)
                    : Words.quoted(found) + " is more than this command takes.";
        }
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private static String notAnOption(String found, List<String> near) {
        return Words.quoted(found) + " is not an option."
                + (near.isEmpty() ? "" : " Did you mean \"" + near.get(0) + "\"?");
    }

    private static String notACommand(String found) {
        return Words.quoted(found) + " is not a command." + Words.didYouMean(found, names()) + " " + known();
    }

    private static String known() {
        return "Known: " + String.join(", ", names()) + ".";
    }

    private static List<String> names() {
        return SUBCOMMANDS.stream().map(Subcommand::name).toList();
    }

    /** The command with the one subcommand that is asked for, since each costs time to set up, or else with all. */
    private static CommandLine commandLine(String... arguments) {
        Optional<Subcommand> asked = arguments.length == 0 ? Optional.empty() : subcommand(arguments[0]);
        asked.ifPresent(Subcommand::prepare);
        CommandSpec opel = CommandSpec.create().name("opel");
        opel.addOption(Options.help()).addOption(Options.version());
        opel.usageMessage()
                .width(100)
                .header("Scores hospital pressure by NHS England's OPEL frameworks, and says why.", "")
                .footer("", "Try \"opel score --help\". Not an NHS England product.");
        asked.map(List::of)
                .orElse(SUBCOMMANDS)
                .forEach(subcommand -> opel.addSubcommand(subcommand.name(), subcommand.spec()));
        return new CommandLine(opel);
    }

    private static Optional<Subcommand> subcommand(String name) {
        return SUBCOMMANDS.stream()
                .filter(subcommand -> subcommand.name().equals(name))
                .findFirst();
    }
}
