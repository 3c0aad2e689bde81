package io.github.opelrules.rules.internal.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads one file of plain YAML 1.2: mappings, lists and single values, without anchors, aliases, tags and tabs. */
public final class YamlReader {

    private static final int DEEPEST = 20;

    private final String text;
    private final Findings findings;
    private final Iterator<Event> events;
    private boolean refused;

    private YamlReader(String text, Findings findings) {
        this.text = text;
        this.findings = findings;
        // One piece: the parser fails on pieces that end within a character of two UTF-16 units.
        LoadSettings settings =
                LoadSettings.builder().setBufferSize(text.length() + 1).build();
        // SnakeYAML Engine's module exports this parser, but not the class Parse that would make it.
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** The content of a file of {@link PlainText}, or null where it is not of that form, and then the findings say why. */
    public static @Nullable Node read(byte[] bytes, Findings findings) {
        String text = decode(bytes, findings);
        return text == null || hasTabs(text, findings) || !PlainText.isPlain(text, findings)
                ? null
                : new YamlReader(text, findings).document();
    }

    /** The text of a file, or null where it is not UTF-8, and then the findings say where. */
    public static @Nullable String decode(byte[] bytes, Findings findings) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            Place place = endOf(out);
            findings.add(
                    FormCode.NOT_UTF_8,
                    place,
                    String.format("The byte 0x%02X is not UTF-8. Save the file with the encoding UTF-8.", in.get()));
            return null;
        }
        boolean marked = out.length() > 0 && out.charAt(0) == '\uFEFF';
        return out.subSequence(marked ? 1 : 0, out.length()).toString();
    }

    public static boolean hasTabs(String text, Findings findings) {
        int first = text.indexOf('\t');
        if (first < 0) {
            return false;
        }
        findings.add(
                FormCode.TAB,
                endOf(text.substring(0, first)),
                "A tab stands here. Use spaces only, in the whole file.");
        return true;
    }

    /** The place that comes after a text. */
    private static Place endOf(CharSequence text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(text.charAt(i))) {
                column++;
            }
        }
        return new Place(line, column);
    }

    private @Nullable Node document() {
        try {
            events.next(); // The stream begins,
            if (events.next() instanceof StreamEndEvent) { // or the document does.
                findings.add(
                        FormCode.FILE_EMPTY,
                        Place.START,
                        "The file is empty. Expected rules that begin with \"format:\".");
                return null;
            }
            Node root = node(events.next(), 1);
            events.next(); // The document ends.
            Event next = events.next();
            if (!(next instanceof StreamEndEvent)) {
                refuse(
                        FormCode.SEVERAL_DOCUMENTS,
                        next,
                        "A second YAML document begins here. Keep one document in a file, without a line \"---\".");
            }
            return refused ? null : root;
        } catch (YamlEngineException e) {
            if (!refused) {
                addSyntaxError(e);
            }
            return null;
        }
    }

    private Node node(Event event, int depth) {
        checkPlain(event);
        Place place = place(event);
        if (event instanceof ScalarEvent scalar) {
            refused |= !PlainText.isPlainValue(scalar.getValue(), place, findings);
            return new Node.Scalar(
                    place, scalar.getValue(), isQuoted(scalar) ? Node.Scalar.Style.QUOTED : Node.Scalar.Style.BARE);
        }
        if (!(event instanceof CollectionStartEvent)) {
            return new Node.Scalar(place, "", Node.Scalar.Style.BARE); // An alias, which is refused.
        }
        if (depth > DEEPEST) {
            refuse(
                    FormCode.TOO_DEEP,
                    event,
                    "Values are nested deeper than " + DEEPEST + " levels here. No rule needs that.");
            // The parser takes ever longer for what is nested deeper still, so the rest is not read.
            throw new YamlEngineException("nested too deep");
        }
        return event instanceof MappingStartEvent ? mapping(place, depth) : sequence(place, depth);
    }

    /** Asks for the style: SnakeYAML Engine 2.6 has no isSQuoted(). */
    private static boolean isQuoted(ScalarEvent scalar) {
        ScalarStyle style = scalar.getScalarStyle();
        return style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
    }

    private Node sequence(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Node.Sequence(place, items);
    }

    private Node mapping(Place place, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            Place keyPlace = place(event);
            String key = key(event, depth);
            Node.Entry entry = new Node.Entry(keyPlace, node(events.next(), depth + 1));
            Node.Entry before = entries.putIfAbsent(key, entry);
            if (before != null) {
                findings.addDuplicateKey(key, keyPlace, before.place());
            }
        }
        return new Node.Mapping(place, entries);
    }

    private String key(Event event, int depth) {
        if (event instanceof CollectionStartEvent) {
            refuse(
                    FormCode.YAML_FEATURE,
                    event,
                    "The key here is " + (event instanceof MappingStartEvent ? "a mapping" : "a list")
                            + ", and rule files do without. Write one word.");
        }
        return node(event, depth + 1) instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private void checkPlain(Event event) {
        String feature = null;
        if (event instanceof AliasEvent) {
            feature = "an alias";
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            feature = "an anchor";
        } else if (isTagged(event)) {
            feature = "a tag";
        }
        if (feature != null) {
            refuse(
                    FormCode.YAML_FEATURE,
                    event,
                    "This is " + feature + " of YAML, and rule files do without. Write the value out, or in quotes if"
                            + " it is a text.");
        }
    }

    private static boolean isTagged(Event event) {
        return event instanceof ScalarEvent scalar
                ? scalar.getTag().isPresent()
                : event instanceof CollectionStartEvent start && start.getTag().isPresent();
    }

    private void refuse(FormCode code, Event event, String message) {
        findings.add(code, place(event), message);
        refused = true;
    }

    private static Place place(Event event) {
        return place(event.getStartMark().orElseThrow());
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private void addSyntaxError(YamlEngineException e) {
        Place place = Place.START;
        String problem = "the directive %YAML asks for another version of it than 1. Remove the directive.";
        if (e instanceof MarkedYamlEngineException marked) {
            Mark at = marked.getProblemMark().orElseThrow();
            Mark begun = marked.getContextMark().orElse(at);
            // What is never closed is found missing at the end of the file, but was forgotten where it was opened.
            boolean atEnd = at.getIndex() >= text.codePointCount(0, text.length());
            place = place(atEnd ? begun : at);
            Place open = openQuote(place.line());
            problem = open == null
                    ? explain(oneLine(marked.getProblem()), place)
                    : "the quote that is opened here is not closed in this line. Close it.";
            place = open == null ? place : open;
        }
        findings.add(FormCode.NOT_YAML, place, "This is not YAML: " + problem);
    }

    /** The last quote of the first line before another that has one too many; null where there is none. */
    private @Nullable Place openQuote(int before) {
        List<String> lines = text.lines().limit(before - 1L).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean odd = line.chars().filter(c -> c == '"').count() % 2 == 1;
            if (odd && !line.strip().startsWith("#")) {
                return new Place(i + 1, line.lastIndexOf('"') + 1);
            }
        }
        return null;
    }

    /** What to change, where that can be told from the line and the one before it. */
    private String explain(String problem, Place place) {
        List<String> lines = text.lines().limit(place.line()).toList();
        String line = lines.size() < place.line() ? "" : lines.get(place.line() - 1);
        String before = "";
        for (String earlier : lines.subList(0, Math.max(0, lines.size() - 1))) {
            boolean says = !earlier.isBlank() && !earlier.strip().startsWith("#");
            before = says ? earlier : before;
        }
        if (problem.contains("cannot start any token")) {
            int beyond = Math.min(line.length(), place.column());
            return "a value cannot begin with " + line.substring(Math.min(place.column() - 1, beyond), beyond)
                    + ". If it is a text, write it in quotes, such as unit: \"%\".";
        }
        boolean secondColon = problem.startsWith("mapping values are not allowed");
        if (secondColon
                && line.substring(0, Math.min(line.length(), place.column() - 1))
                        .contains(": ")) {
            return "there is a second colon in this line. Write a text that has a colon in it in quotes.";
        }
        int begins = beginOfKey(line);
        int neighbour = beginOfKey(before);
        if ((secondColon || problem.startsWith("expected <block end>"))
                && begins > 0
                && neighbour > 0
                && begins != neighbour) {
            return "the key here begins in column " + begins + ", and the one in the line above in column " + neighbour
                    + ". Keys that belong together begin in the same column: give both the same number of spaces.";
        }
        return problem + ". Often a quote, a bracket or a colon is missing or misplaced in this line or one before, or"
                + " the indentation is not that of its neighbours.";
    }

    /** The column in which the first key of a line begins, behind the hyphen of a list; 0 where it has none. */
    private static int beginOfKey(String line) {
        int begin = 0;
        while (begin < line.length() && (line.charAt(begin) == ' ' || line.startsWith("- ", begin))) {
            begin++;
        }
        return line.indexOf(':', begin) < 0 ? 0 : begin + 1;
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text);
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }
}
