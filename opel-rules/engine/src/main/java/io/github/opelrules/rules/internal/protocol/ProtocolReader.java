package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.framework.Source;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.Verification;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Grade;
import io.github.opelrules.rules.internal.format.Ledger;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.PlainText;
import io.github.opelrules.rules.internal.format.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of a protocol, line by line. Each line is blank, a comment, one of the five that frame a rule, or a sentence
 * of the dictionary; whatever else it is becomes a finding.
 */
public final class ProtocolReader {

    /** The most rules that a protocol can have. */
    public static final int MOST_RULES = 500;

    /** The most conditions, and the most consequences, that a rule can have. */
    static final int MOST_SENTENCES = 20;

    private static final int LONGEST_LINE = 800;
    private static final int MOST_OTHERS = 4;
    private static final Pattern NAME = Pattern.compile("rule +\"([^\"]*)\"");
    private static final String EXPECTED_NAME =
            "Expected an id and a title in quotes, such as: rule \"ICS-3-01 Convene the" + " system\".";

    private final Findings findings;
    private final Ledger ledger;
    private final Dictionary dictionary = Dictionary.shared();
    private final List<Written> rules = new ArrayList<>();
    private final Set<String> unsound = new TreeSet<>();

    private State state = State.OUTSIDE;
    private Draft draft = new Draft(Place.START, 0);

    public ProtocolReader(Findings findings) {
        this.findings = findings;
        this.ledger = new Ledger(findings);
    }

    /**
     * A rule, with the places of what it says.
     *
     * @param findings those of its file
     * @param place where its name stands
     * @param lines its sentences, in order
     */
    public record Written(RuleMeaning meaning, Findings findings, Place place, List<Line> lines) {

        public ProtocolRule rule() {
            return meaning.rule();
        }
    }

    /** A sentence, with its column and what fills it. */
    public record Line(Sentence sentence, int column, List<Phrase.Filled> filled) {

        Place place() {
            return new Place(sentence.line(), column);
        }

        /** Where what fills a place begins; where the sentence has no such place, where it begins itself. */
        Place placeOf(Slot slot) {
            return filled.stream()
                    .filter(each -> each.slot() == slot)
                    .map(this::placeOf)
                    .findFirst()
                    .orElseGet(this::place);
        }

        Place placeOf(Phrase.Filled slot) {
            return new Place(sentence.line(), column + slot.start());
        }
    }

    /** What a line of a rule comes after. */
    private enum State {
        OUTSIDE,
        NAMED,
        CONDITIONS,
        CONSEQUENCES
    }

    /** A rule that is being read. */
    private static final class Draft {

        private final Place place;
        private final List<Line> conditions = new ArrayList<>();
        private final List<Line> consequences = new ArrayList<>();
        private String id = "";
        private String title = "";
        private @Nullable Citation citation;
        private @Nullable Verification verification;
        private int conditionsSeen;
        private int consequencesSeen;
        private boolean citationSeen;
        private final int errorsBefore;

        Draft(Place place, int errorsBefore) {
            this.place = place;
            this.errorsBefore = errorsBefore;
        }
    }

    /** The rules of the file that are sound; what is wrong with the others, the findings say. */
    public List<Written> read(byte[] bytes) {
        String text = PlainText.isTooLarge(bytes, findings) ? null : YamlReader.decode(bytes, findings);
        if (text == null || !PlainText.isPlain(text, findings)) {
            unsound.add(""); // Of what it may hold nothing else is told.
            return rules;
        }
        // Only what ends a line in every editor does so here.
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (rules.size() > MOST_RULES) {
                return rules; // One is too many, which is found when all files are read.
            }
            readLine(number, line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        if (state != State.OUTSIDE) {
            addIncomplete("has no \"end\"");
        }
        if (number > 0 && rules.isEmpty() && findings.errors() == 0) {
            findings.add(
                    FormCode.FILE_EMPTY,
                    Place.START,
                    "The file holds no rule. Expected rules that begin with: rule \"ID Title\".");
        }
        return rules;
    }

    /** The ids of rules that stand there and are not sound; an empty one where not even that can be read. */
    public Set<String> unsound() {
        return unsound;
    }

    /** The grades of the rules. */
    public List<GradedValue> values() {
        return ledger.values();
    }

    private void readLine(int number, String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(line.charAt(end - 1))) {
            end--;
        }
        String content = line.substring(start, end);
        if (content.isEmpty() || content.startsWith("#") || content.startsWith("//")) {
            return;
        }
        Place place = new Place(number, start + 1);
        if (content.startsWith("rule ")) {
            if (state != State.OUTSIDE) {
                addIncomplete("has no \"end\" before the next rule begins");
            }
            begin(content, place);
        } else {
            readInState(content, place);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private void readInState(String content, Place place) {
        switch (state) {
            case OUTSIDE ->
                addOutOfPlace(
                        content,
                        place,
                        "outside of a rule",
                        "a comment, which begins with \"#\", or a rule, which begins with: rule \"ID Title\"");
            case NAMED -> {
                if (content.equals("when")) {
                    state = State.CONDITIONS;
                } else if (content.equals("end")) {
                    addIncomplete("has no \"when\"");
                    state = State.OUTSIDE;
                } else {
                    addOutOfPlace(content, place, "after the name of a rule", "\"when\" in a line of its own");
                    readWithoutWhen(content, place);
                }
            }
            case CONDITIONS -> {
                if (content.equals("then")) {
                    state = State.CONSEQUENCES;
                } else if (content.equals("end")) {
                    addIncomplete("has no \"then\"");
                    state = State.OUTSIDE;
                } else {
                    readCondition(content, place);
                }
            }
            case CONSEQUENCES -> {
                if (content.equals("end")) {
                    end();
                } else {
                    readConsequence(content, place);
                }
            }
        }
    }

    /** Goes on as if "when" stood there, where the rule does, so that what follows is judged as what it is. */
    private void readWithoutWhen(String content, Place place) {
        if (content.equals("then")) {
            state = State.CONSEQUENCES;
        } else if (content.equalsIgnoreCase("when")) {
            state = State.CONDITIONS;
        } else if (dictionary.match(content, Phrase.Place.FIRST_CONDITION).isPresent()) {
            state = State.CONDITIONS;
            readCondition(content, place);
        }
    }

    private void addOutOfPlace(String content, Place place, String where, String expected) {
        findings.add(
                FormCode.LINE_OUT_OF_PLACE,
                place,
                Words.quoted(content) + " stands " + where + ". Expected " + expected
                        + ". A protocol holds rules made of sentences, and nothing that Drools or Java would run: no"
                        + " package, import, attribute, function, global, query or declaration.");
    }

    private void addIncomplete(String what) {
        unsound.add(draft.id);
        findings.add(
                FormCode.RULE_INCOMPLETE,
                draft.place,
                "The rule " + (draft.id.isEmpty() ? "that begins here" : draft.id) + " " + what
                        + ". A rule is its name, \"when\", conditions, \"then\", consequences, a citation and \"end\", each in"
                        + " a line of its own.");
    }

    private void begin(String content, Place place) {
        draft = new Draft(place, findings.errors());
        state = State.NAMED;
        Matcher name = NAME.matcher(content);
        int foreign = Slot.firstForeign(content);
        if (foreign >= 0) {
            addForeign(content, place, foreign);
            return;
        }
        if (!name.matches()) {
            findings.add(
                    FormCode.BAD_RULE_NAME, place, Words.quoted(content) + " does not name a rule. " + EXPECTED_NAME);
            return;
        }
        String text = name.group(1);
        int blank = text.indexOf(' ');
        String id = blank < 0 ? text : text.substring(0, blank);
        String title = blank < 0 ? "" : text.substring(blank + 1);
        if (!Slot.isRuleId(id) || Slot.notPlain(title).isPresent()) {
            findings.add(
                    FormCode.BAD_RULE_NAME,
                    place,
                    Words.quoted(text)
                            + " is not a name of a rule: the id is capitals and digits joined by hyphens, and a"
                            + " title follows. " + EXPECTED_NAME);
            return;
        }
        draft.id = id;
        draft.title = title;
    }

    private void readCondition(String content, Place place) {
        boolean first = draft.conditionsSeen++ == 0;
        if (isOneTooMany(draft.conditionsSeen, "conditions", place)) {
            return;
        }
        Line line = sentence(content, place, first ? Phrase.Place.FIRST_CONDITION : Phrase.Place.FURTHER_CONDITION);
        if (line != null) {
            draft.conditions.add(line);
        }
    }

    private void readConsequence(String content, Place place) {
        if (draft.citationSeen) {
            findings.add(
                    FormCode.SENTENCE_OUT_OF_PLACE,
                    place,
                    "Something follows the citation. Expected \"end\": a rule has one citation, and it is the last line of"
                            + " the rule.");
            return;
        }
        boolean citing = content.startsWith("citing ");
        draft.citationSeen = citing;
        draft.consequencesSeen += citing ? 0 : 1;
        if (!citing && isOneTooMany(draft.consequencesSeen, "consequences", place)) {
            return;
        }
        Line line = sentence(content, place, citing ? Phrase.Place.CITATION : Phrase.Place.CONSEQUENCE);
        if (line != null && citing) {
            cite(line);
        } else if (line != null) {
            draft.consequences.add(line);
        }
    }

    /** Whether a rule has more sentences than one needs; the first beyond is reported. */
    private boolean isOneTooMany(int seen, String what, Place place) {
        if (seen == MOST_SENTENCES + 1) {
            findings.add(
                    FormCode.TOO_MANY,
                    place,
                    "The rule " + draft.id + " has more than " + MOST_SENTENCES + " " + what
                            + ". Expected at most that many: split it into several rules.");
        }
        return seen > MOST_SENTENCES;
    }

    /** The citation, and with it the sign-off of somebody who read it; nothing where that is not one. */
    private void cite(Line line) {
        Map<String, String> slots = line.sentence().slots();
        String document = slots.getOrDefault("document", "");
        String place = slots.getOrDefault("place", "");
        String reader = slots.get("reader");
        Assurance assurance = Assurance.PUBLISHED;
        if (reader == null) {
            assurance = Assurance.ofId(slots.getOrDefault("assurance", "")).orElseThrow();
        } else {
            LocalDate on = LocalDate.parse(slots.getOrDefault("day", ""));
            for (Phrase.Filled slot : line.filled()) {
                if (Grade.isPlaceholder(slot.value())) {
                    findings.add(
                            FormCode.SIGN_OFF_INCOMPLETE,
                            line.placeOf(slot),
                            Words.quoted(slot.value())
                                    + " only keeps a place. Name who read it, in which document and where;"
                                    + " until that is known, give a grade such as unverified.");
                }
                if (slot.slot() == Slot.DAY) {
                    Grade.isInFuture(on, line.placeOf(slot), findings);
                }
            }
            draft.verification = new Verification(reader, on, document, place);
        }
        draft.citation = new Citation(new Source(document, place), assurance);
    }

    private void end() {
        state = State.OUTSIDE;
        if (draft.conditionsSeen == 0) {
            addIncomplete("has no condition");
        }
        if (draft.consequencesSeen == 0) {
            addIncomplete("has no consequence");
        }
        if (!draft.citationSeen) {
            findings.add(
                    FormCode.CITATION_MISSING,
                    draft.place,
                    "The rule " + draft.id
                            + " does not say where it comes from. Add as its last line before \"end\", such"
                            + " as: "
                            + dictionary.phrases(Phrase.Place.CITATION).get(0).example());
        }
        Citation citation = draft.citation;
        if (findings.errors() > draft.errorsBefore || citation == null) {
            unsound.add(draft.id);
            return;
        }
        ProtocolRule rule = new ProtocolRule(
                draft.id,
                draft.title,
                findings.file(),
                draft.place.line(),
                sentences(draft.conditions),
                sentences(draft.consequences),
                citation);
        ledger.enter(
                rule.name(),
                draft.place,
                new Grade(draft.place, citation.assurance(), draft.verification),
                citation.source());
        List<Line> lines = new ArrayList<>(draft.conditions);
        lines.addAll(draft.consequences);
        rules.add(new Written(RuleMeaning.of(rule), findings, draft.place, lines));
    }

    private static List<Sentence> sentences(List<Line> lines) {
        List<Sentence> sentences = new ArrayList<>();
        for (Line line : lines) {
            sentences.add(line.sentence());
        }
        return sentences;
    }

    /** A line as the sentence that it is, or null where it is none that can stand there. */
    private @Nullable Line sentence(String content, Place place, Phrase.Place expected) {
        int foreign = Slot.firstForeign(content);
        if (content.length() > LONGEST_LINE) {
            findings.add(
                    FormCode.LINE_TOO_LONG,
                    place,
                    "The line has " + content.length() + " characters. Expected at most " + LONGEST_LINE
                            + ": say less in one sentence.");
            return null;
        }
        if (foreign >= 0) {
            addForeign(content, place, foreign);
            return null;
        }
        Optional<Dictionary.Match> found = dictionary.match(content, expected);
        if (found.isEmpty()) {
            addUnknown(content, place, expected);
            return null;
        }
        Phrase phrase = found.get().phrase();
        List<Phrase.Filled> filled = found.get().filled();
        int before = findings.errors();
        if (phrase.place() != expected) {
            findings.add(
                    FormCode.SENTENCE_OUT_OF_PLACE,
                    place,
                    Words.quoted(content) + " is " + phrase.place().words() + ". Expected here is " + expected.words()
                            + ", such as: " + examples(dictionary.nearest(content, expected)) + ".");
            return null;
        }
        Map<String, String> slots = new LinkedHashMap<>();
        for (Phrase.Filled slot : filled) {
            slots.put(slot.name(), slot.value());
            Optional<String> flaw = slot.flaw();
            if (flaw.isPresent()) {
                findings.add(
                        slot.slot() == Slot.ROLE ? FormCode.UNKNOWN_ROLE : FormCode.BAD_FILLING,
                        new Place(place.line(), place.column() + slot.start()),
                        flaw.get());
            }
        }
        return findings.errors() > before
                ? null
                : new Line(new Sentence(content, phrase.pattern(), slots, place.line()), place.column(), filled);
    }

    private void addUnknown(String content, Place place, Phrase.Place expected) {
        List<Phrase> near = dictionary.nearest(content, expected);
        Phrase nearest = near.get(0);
        findings.add(
                FormCode.UNKNOWN_SENTENCE,
                place,
                Words.quoted(content) + " is not a sentence that protocols know. The nearest is \"" + nearest.pattern()
                        + "\""
                        + (nearest.pattern().equals(nearest.example()) ? "" : ", such as: " + nearest.example()) + "."
                        + " Its theme is \"" + nearest.theme().title() + "\"."
                        + (near.size() > 1
                                ? " Others that fit: " + examples(near.subList(1, near.size()))
                                        + "; \"opel sentences\" prints all."
                                : ""));
    }

    private static String examples(List<Phrase> phrases) {
        return phrases.stream().limit(MOST_OTHERS).map(Phrase::example).collect(Collectors.joining("; "));
    }

    private void addForeign(String content, Place place, int index) {
        int c = content.codePointAt(index);
        String name = Character.getName(c);
        findings.add(
                FormCode.NOT_PLAIN,
                new Place(place.line(), place.column() + content.codePointCount(0, index)),
                "The character " + Words.quoted(Character.toString(c)) + " (" + String.format("U+%04X", c)
                        + (name == null ? "" : " " + name)
                        + ") cannot stand in a rule. Expected plain words: Latin letters, digits, blanks and"
                        + " . , ; : ! ? ' ( ) / % & + - £, and texts in straight double quotes. Nothing in a protocol"
                        + " is code.");
    }
}
