package io.github.opelrules.cli;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Role;
import io.github.opelrules.rules.internal.protocol.Dictionary;
import io.github.opelrules.rules.internal.protocol.Phrase;
import io.github.opelrules.rules.internal.protocol.Slot;
import io.github.opelrules.rules.internal.protocol.Theme;
import io.github.opelrules.rules.internal.protocol.UnitKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opel sentences}: what escalation protocols can say, with an example of each sentence. */
final class SentencesCommand implements Subcommand {

    @Override
    public String name() {
        return "sentences";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(), "Prints the sentences that escalation protocols are made of, with an example of each.");
        spec.usageMessage()
                .footer(
                        "",
                        "Protocols are the files protocol/*.dslr of a folder of rules. \"opel check\" checks them, and"
                                + " \"opel cards\" prints them as action cards.",
                        "Exit codes: 0 done; 2 wrong usage.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        Set<Theme> told = EnumSet.noneOf(Theme.class);
        for (Phrase.Place place : Phrase.Place.values()) {
            console.print("=== " + title(place) + " ===\n\n");
            for (Theme theme : Theme.values()) {
                List<Phrase> phrases = Dictionary.shared().phrases(place).stream()
                        .filter(phrase -> phrase.theme() == theme)
                        .toList();
                if (!phrases.isEmpty()) {
                    console.print(
                            "--- " + theme.title() + " ---\n" + (told.add(theme) ? theme.use() + "\n" : "") + "\n");
                    phrases.forEach(phrase -> console.print(phrase.pattern() + "\n    " + phrase.example() + "\n"));
                    console.print("\n");
                }
            }
        }
        console.print("=== What stands in braces ===\n\n");
        slot(console, "unit", UnitKind.singulars());
        slot(console, "units", UnitKind.plurals());
        slot(console, "whole", UnitKind.wholes());
        slot(console, "role", Stream.of(Role.values()).map(Role::title).toList());
        slot(console, "notice", Slot.notices());
        slot(
                console,
                "assurance",
                Stream.of(Assurance.values())
                        .filter(assurance -> assurance != Assurance.PUBLISHED)
                        .map(Assurance::id)
                        .toList());
        console.print("""
                {level}: 1, 2, 3 or 4
                {count}: a whole number from 2
                {time}: such as 45 minutes, 1 hour, 2 hours and 30 minutes, 1 day
                {parameter}: the id of a parameter of the framework, such as ga-bed-occupancy
                {number}: a plain number, such as 45 or 97.5
                {rule}: the id of a rule of the protocol that gives an action, such as ICS-4-01
                {text}, {document}, {place}, {reader}: plain words, without quotes
                {day}: a day that is not in the future, such as 2024-11-01
                """);
        return Outcome.DONE;
    }

    private static String title(Phrase.Place place) {
        return switch (place) {
            case FIRST_CONDITION -> "The first line under \"when\": of which unit a rule is";
            case FURTHER_CONDITION -> "Further lines under \"when\": what else holds of that unit";
            case CONSEQUENCE -> "Lines under \"then\": what follows";
            case CITATION -> "The last line of a rule: where it comes from";
        };
    }

    private static void slot(Console console, String name, List<String> words) {
        console.print("{" + name + "}: " + String.join(", ", words) + "\n");
    }
}
