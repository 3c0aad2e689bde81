package io.github.opelrules.rules.internal.format;

import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The forms of single values. */
public final class Scalars {

    private static final String ID = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private static final String OFFSET_TIME =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})$";
    private static final Pattern DECIMAL_FORM = Pattern.compile("-?[0-9]{1,999}(\\.[0-9]{1,999})?");

    /** An ODS code. */
    public static final Form<OdsCode> CODE = new Scalar<>("ODS code", "QXX", Values::odsCode)
            .with("description", "An ODS code.")
            .matching("^[A-Z0-9]{3,10}$")
            .called("code");

    public static final Form<ParameterId> PARAMETER = Scalar.exact(
                    "id of a parameter", "ga-bed-occupancy", FormCode.BAD_ID, ParameterId::of)
            .matching(ID)
            .called("parameter");

    public static final Form<FrameworkId> FRAMEWORK = Scalar.of(
                    "id of a framework", "nhse-opel-2024-26", FormCode.BAD_ID, FrameworkId::of)
            .with("maxLength", 80)
            .matching(ID);

    /** A moment, as people write it. */
    public static final Form<Instant> TIME =
            new Scalar<>("time with an offset", "2026-01-08T09:30:00Z", Values::instant).matching(OFFSET_TIME);

    /** A moment, as the library writes it. */
    public static final Form<Instant> UTC = new Scalar<>("time in UTC", "2026-01-08T09:30:00Z", Values::instant)
            .with("description", "In UTC.")
            .with("format", "date-time")
            .called("time");

    public static final Form<LocalDate> DATE = date("2022-07-01");

    /** Any duration, as the library writes it. */
    public static final Form<Duration> DURATION = new Scalar<>("duration, ISO 8601", "PT30M", Values::anyDuration)
            .with("description", "ISO 8601, such as PT30M.")
            .matching("^P")
            .called("duration");

    /** A text of any characters, as JSON holds it; it may be empty. */
    public static final Form<String> TEXT = new Scalar<>("text", "…", Values::exactText).called("text");

    /** A text of any characters that is not blank. */
    public static final Form<String> SAID = new Scalar<>("text", "…", Values::exactText).matching("\\S");

    /** The sum of a text. */
    public static final Form<String> DIGEST = new Scalar<>("SHA-256 sum", "sha256:…", Values::exactText)
            .matching("^sha256:[0-9a-f]{64}$")
            .called("digest");

    /** An exact decimal: what was measured, perhaps with half of the step that it was rounded to taken away, so that it may be long. */
    public static final Form<BigDecimal> DECIMAL = new Scalar<>("decimal, as a text", "…", Scalars::decimal)
            .printed(BigDecimal::toPlainString)
            .matching("^-?[0-9]+(\\.[0-9]+)?$")
            .called("decimal");

    /** A weight: a number above 0. */
    public static final Form<BigDecimal> WEIGHT = new Numeric<>("number above 0", "0.516") {
        @Override
        public @Nullable BigDecimal read(Node node, String name, String example, In in) {
            return in.values().weight(node, name, example);
        }

        @Override
        public void write(BigDecimal value, JsonGenerator json) {
            json.writeRawValue(value.toPlainString());
        }

        @Override
        protected Map<String, Object> schema(Schema schema) {
            return Schema.members("type", "number", "exclusiveMinimum", 0);
        }
    };

    /** The number of an OPEL level. */
    public static final Form<OpelLevel> LEVEL = new Numeric<>("whole number from 1 to 4", "3") {

        private final Form<Integer> number = wholeNumber("3", 1, OpelLevel.values().length);

        @Override
        public @Nullable OpelLevel read(Node node, String name, String example, In in) {
            Integer read = number.read(node, name, example, in);
            return read == null ? null : OpelLevel.ofNumber(read).orElseThrow();
        }

        @Override
        public void write(OpelLevel value, JsonGenerator json) {
            json.writeNumber(value.number());
        }

        @Override
        protected String definition() {
            return "opel";
        }

        @Override
        protected Map<String, Object> schema(Schema schema) {
            return number.schema(schema);
        }
    };

    /** True or false. */
    public static final Form<Boolean> TRUTH = new Truth(null);

    /** True, or left out. */
    public static final Form<Boolean> FLAG = new Truth(true);

    /** False, or left out. */
    public static final Form<Boolean> NEGATION = new Truth(false);

    private Scalars() {}

    public static Form<LocalDate> date(String example) {
        return new Scalar<>("day", example, Values::date)
                .with("format", "date")
                .matching(DAY)
                .called("day");
    }

    /** One line of text, as people write it. */
    public static Form<String> line(String example) {
        return new Scalar<>("text", example, Values::text).matching("\\S");
    }

    /** @param ends whether it ends something, so that midnight is the end of the day */
    public static Form<LocalTime> timeOfDay(String example, boolean ends) {
        String pattern = "([01][0-9]|2[0-3]):[0-5][0-9]";
        return new Scalar<>(
                        "time of day",
                        "\"" + example + "\"",
                        (values, node, name, like) -> values.timeOfDay(node, name, like, ends))
                .printed(time -> ends && time.equals(LocalTime.MIDNIGHT) ? Values.END_OF_DAY : time.toString())
                .matching(ends ? "^(" + pattern + "|24:00)$" : "^" + pattern + "$");
    }

    /** @param most {@link Integer#MAX_VALUE} where no number is too large */
    public static Form<Integer> wholeNumber(String example, int least, int most) {
        String range = most == Integer.MAX_VALUE ? "from " + least : "from " + least + " to " + most;
        return new Numeric<>("whole number " + range, example) {
            @Override
            public @Nullable Integer read(Node node, String name, String like, In in) {
                return in.values().wholeNumber(node, name, like, least, most);
            }

            @Override
            public void write(Integer value, JsonGenerator json) {
                json.writeNumber(value);
            }

            @Override
            protected Map<String, Object> schema(Schema schema) {
                Map<String, Object> members = Schema.members("type", "integer", "minimum", least);
                if (most != Integer.MAX_VALUE) {
                    members.put("maximum", most);
                }
                return members;
            }
        };
    }

    /** One of several values, each by its word. */
    public static <E> Word<E> word(E[] known, Function<? super E, String> word) {
        return new Word<>(known, word);
    }

    private static @Nullable BigDecimal decimal(Values values, Node node, String name, String example) {
        String text = values.exactText(node, name, example);
        return text == null
                ? null
                : values.parsed(text, FormCode.BAD_NUMBER, node, number -> {
                    if (!DECIMAL_FORM.matcher(number).matches()) {
                        throw new IllegalArgumentException(
                                "\"" + name + "\" is " + Words.quoted(number) + ", which is no number");
                    }
                    return new BigDecimal(number);
                });
    }

    /** A value that is written as a number. */
    private abstract static class Numeric<T> extends Form<T> {

        private final String words;
        private final String example;

        Numeric(String words, String example) {
            this.words = words;
            this.example = example;
        }

        @Override
        public final String example() {
            return example;
        }

        @Override
        protected final String words() {
            return words;
        }
    }

    /** One of several values, each by its word. */
    public static final class Word<E> extends Form<E> {

        private final List<E> known;
        private final List<String> words = new ArrayList<>();
        private @Nullable String definition;

        private Word(E[] known, Function<? super E, String> word) {
            this.known = Arrays.asList(known);
            for (E one : known) {
                words.add(word.apply(one));
            }
        }

        /** Schemas describe it once, by this name. */
        public Word<E> called(String name) {
            definition = name;
            return this;
        }

        @Override
        public @Nullable E read(Node node, String name, String example, In in) {
            int index = in.values().word(node, name, words);
            return index < 0 ? null : known.get(index);
        }

        @Override
        public void write(E value, JsonGenerator json) {
            json.writeString(words.get(known.indexOf(value)));
        }

        @Override
        public String example() {
            return words.get(0);
        }

        @Override
        protected String words() {
            return "`" + String.join("`, `", words) + "`";
        }

        @Override
        protected @Nullable String definition() {
            return definition;
        }

        @Override
        protected Map<String, Object> schema(Schema schema) {
            return Schema.members("enum", words);
        }
    }

    private static final class Truth extends Form<Boolean> {

        private final @Nullable Boolean only;

        /** @param only what it says where it is not left out; null where it says either */
        Truth(@Nullable Boolean only) {
            this.only = only;
        }

        @Override
        public @Nullable Boolean read(Node node, String name, String example, In in) {
            return in.values().truth(node, name, example);
        }

        @Override
        public void write(Boolean value, JsonGenerator json) {
            json.writeBoolean(value);
        }

        @Override
        protected Boolean nothing() {
            return only != null && !only;
        }

        @Override
        public String example() {
            return String.valueOf(only == null || only);
        }

        @Override
        protected String words() {
            return only == null ? "`true` or `false`" : "`" + only + "`";
        }

        @Override
        protected Map<String, Object> schema(Schema schema) {
            return only == null ? Schema.members("type", "boolean") : Schema.members("const", only);
        }
    }

    /** A text that is the same everywhere. */
    static final class Constant extends Form<String> {

        private final String only;

        Constant(String only) {
            this.only = only;
        }

        String only() {
            return only;
        }

        /** Whoever chose the shape has seen that it is the one. */
        @Override
        public @Nullable String read(Node node, String name, String example, In in) {
            return in.values().scalar(node, name, example) == null ? null : only;
        }

        @Override
        public void write(String value, JsonGenerator json) {
            json.writeString(only);
        }

        @Override
        public String example() {
            return only;
        }

        @Override
        protected String words() {
            return "`" + only + "`";
        }

        @Override
        protected Map<String, Object> schema(Schema schema) {
            return Schema.members("const", only);
        }
    }
}
