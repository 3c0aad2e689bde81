package io.github.opelrules.rules.internal.load;

import io.github.opelrules.internal.Words;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads one file of plain YAML 1.2: mappings, lists and single values, without anchors, aliases, tags and tabs. */
final class YamlReader {

    private static final int DEEPEST = 20;
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final Findings findings;
    private final int[] characters;
    private final JsonParser parser;
    private boolean refused;

    private YamlReader(String text, Findings findings) {
        this.findings = findings;
        this.characters = text.codePoints().toArray();
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), new WholeCharacters(text));
    }

    /** The content of a file, or null where it is not of that form, and then the findings say why. */
    static @Nullable Node read(byte[] bytes, Findings findings) {
        String text = decode(bytes, findings);
        return text == null || hasTabs(text, findings) ? null : new YamlReader(text, findings).document();
    }

    private static @Nullable String decode(byte[] bytes, Findings findings) {
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

    private static boolean hasTabs(String text, Findings findings) {
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
        try (parser) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                findings.add(
                        FormCode.FILE_EMPTY,
                        Place.START,
                        "The file is empty. Expected rules that begin with \"format:\".");
                return null;
            }
            Node root = node(first, 1);
            if (parser.nextToken() != null) {
                refuse(
                        FormCode.SEVERAL_DOCUMENTS,
                        "A second YAML document begins here. Keep one document in a file, without a line \"---\".");
            }
            return refused ? null : root;
        } catch (JacksonException e) {
            if (!refused) {
                addSyntaxError(e);
            }
            return null;
        }
    }

    private Node node(JsonToken token, int depth) {
        Place place = place();
        checkPlain();
        if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
            int style = character();
            String text = parser.getString();
            return new Node.Scalar(place, text == null ? "" : text, style == '"' || style == '\'');
        }
        if (depth > DEEPEST) {
            refuse(FormCode.TOO_DEEP, "Values are nested deeper than " + DEEPEST + " levels here. No rule needs that.");
            parser.skipChildren();
            return new Node.Sequence(place, List.of());
        }
        return token == JsonToken.START_OBJECT ? mapping(place, depth) : sequence(place, depth);
    }

    private Node sequence(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new Node.Sequence(place, items);
    }

    private Node mapping(Place place, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            checkPlain();
            Place keyPlace = place();
            String key = parser.currentName();
            Node.Entry entry = new Node.Entry(keyPlace, node(parser.nextToken(), depth + 1));
            Node.Entry before = entries.putIfAbsent(key, entry);
            if (before != null) {
                findings.add(
                        FormCode.DUPLICATE_KEY,
                        keyPlace,
                        Words.quoted(key) + " stands twice, first in line "
                                + before.place().line() + ". Remove one of the two.");
            }
        }
        return new Node.Mapping(place, entries);
    }

    private void checkPlain() {
        String feature = switch (character()) {
            case '&' -> "an anchor";
            case '*' -> "an alias";
            case '!' -> "a tag";
            default -> null;
        };
        if (feature != null) {
            refuse(
                    FormCode.YAML_FEATURE,
                    "This is " + feature + " of YAML, and rule files do without. Write the value out, or in quotes if"
                            + " it is a text.");
        }
    }

    private void refuse(FormCode code, String message) {
        findings.add(code, place(), message);
        refused = true;
    }

    private Place place() {
        TokenStreamLocation location = parser.currentTokenLocation();
        return new Place(location.getLineNr(), location.getColumnNr());
    }

    /** The character that the current token begins with, or -1 at the end of the file. */
    private int character() {
        int offset = (int) parser.currentTokenLocation().getCharOffset();
        return offset < characters.length ? characters[offset] : -1;
    }

    private void addSyntaxError(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        Place place = location == null ? Place.START : new Place(location.getLineNr(), location.getColumnNr());
        String problem = e.getOriginalMessage();
        if (e.getCause() instanceof MarkedYamlEngineException marked) {
            Mark at = marked.getProblemMark().orElse(null);
            Mark begun = marked.getContextMark().orElse(null);
            // What is never closed is found missing at the end of the file, but was forgotten where it was opened.
            Mark mark = begun != null && at != null && at.getIndex() >= characters.length ? begun : at;
            place = mark == null ? place : new Place(mark.getLine() + 1, mark.getColumn() + 1);
            problem = marked.getProblem();
        }
        findings.add(FormCode.NOT_YAML, place, "This is not YAML: " + explain(oneLine(problem), place));
    }

    /** What to change, where that can be told from the line and the one before it. */
    private String explain(String problem, Place place) {
        List<String> lines = text().lines().limit(place.line()).toList();
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

    private String text() {
        return new String(characters, 0, characters.length);
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

    /** SnakeYAML Engine reads in chunks, and fails on one that ends within a character of two UTF-16 units: none does. */
    private static final class WholeCharacters extends Reader {

        private final String text;
        private int next;

        WholeCharacters(String text) {
            this.text = text;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (next == text.length()) {
                return -1;
            }
            int end = Math.min(next + length, text.length());
            boolean within = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
            end -= within && end - next > 1 ? 1 : 0;
            text.getChars(next, end, buffer, offset);
            int count = end - next;
            next = end;
            return count;
        }

        @Override
        public void close() {
            // Nothing to close: it reads a text in memory.
        }
    }
}
