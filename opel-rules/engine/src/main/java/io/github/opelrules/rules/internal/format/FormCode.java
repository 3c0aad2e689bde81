package io.github.opelrules.rules.internal.format;

/**
 * What can be wrong with rule files. The ids are stable; what can be wrong with bands and level cuts has the ids of
 * {@link io.github.opelrules.framework.Flaw.Code}.
 */
public enum FormCode {
    /** A file is not there. */
    FILE_MISSING("OPEL-001"),
    /** A file is there and cannot be read. */
    FILE_UNREADABLE("OPEL-002"),
    /** A file name leads out of the folder. */
    FILE_OUTSIDE("OPEL-003"),
    /** A file is larger than 1 MiB. */
    FILE_TOO_LARGE("OPEL-004"),
    /** A file holds nothing but blanks and comments. */
    FILE_EMPTY("OPEL-005"),
    /** A file is not encoded in UTF-8. */
    NOT_UTF_8("OPEL-006"),
    /** A tab stands in a file. */
    TAB("OPEL-007"),
    /** A file is not YAML. */
    NOT_YAML("OPEL-008"),
    /** A file holds more than one YAML document. */
    SEVERAL_DOCUMENTS("OPEL-009"),
    /** Values are nested deeper than 20 levels. */
    TOO_DEEP("OPEL-010"),
    /** A YAML anchor, alias or tag, or a key that is not a single value. */
    YAML_FEATURE("OPEL-011"),
    /** The format or its version is not one that this library reads. */
    UNKNOWN_FORMAT("OPEL-012"),
    /** A .zip that is damaged, encrypted or too large, or holds what no rules need. */
    BAD_ARCHIVE("OPEL-013"),
    /** A file that looks like rules or cases, and that nothing reads. */
    FILE_NOT_READ("OPEL-014"),

    /** A text is not JSON. */
    NOT_JSON("OPEL-016"),
    /** A state is not as it was written. */
    SUM_DIFFERS("OPEL-017"),
    /** What follows from the rest of a text is another in it. */
    DERIVED_DIFFERS("OPEL-019"),

    /** More of something than rules need: entries of a list, sentences of a rule, rules, files, bytes in all. */
    TOO_MANY("OPEL-018"),
    /** A character that nobody can see, that looks like a blank and is none, or at which only some programs begin a line. */
    INVISIBLE_CHARACTER("OPEL-015"),

    /** A key that does not belong there. */
    UNKNOWN_KEY("OPEL-020"),
    /** A key that stands twice. */
    DUPLICATE_KEY("OPEL-021"),
    /** A key that has to be there and is not. */
    MISSING_KEY("OPEL-022"),
    /** A list, a mapping or a single value where another of these belongs. */
    WRONG_KIND("OPEL-023"),
    /** A key without a value, a blank text or an empty list. */
    NO_VALUE("OPEL-024"),
    /** A key that cannot stand beside another. */
    KEY_OUT_OF_PLACE("OPEL-025"),

    /** A content version that does not stand in quotes. */
    VERSION_WITHOUT_QUOTES("OPEL-030"),
    /** A content version that is not MAJOR.MINOR.PATCH. */
    BAD_VERSION("OPEL-031"),
    /** A date that is not one, or not written as YYYY-MM-DD. */
    BAD_DATE("OPEL-032"),
    /** A range of dates that ends before it begins. */
    DATES_REVERSED("OPEL-033"),
    /** An id that is not lower-case words joined by hyphens. */
    BAD_ID("OPEL-034"),
    /** A number that is not a plain decimal. */
    BAD_NUMBER("OPEL-035"),
    /** A number that is too small or too large for its place. */
    NUMBER_OUT_OF_RANGE("OPEL-036"),
    /** A duration that is not ISO 8601. */
    BAD_DURATION("OPEL-037"),
    /** A word that is not one of those that can stand in its place. */
    UNKNOWN_WORD("OPEL-038"),
    /** A text with control characters in it. */
    BAD_TEXT("OPEL-039"),
    /** A name that is not a file name of a table. */
    BAD_FILE_NAME("OPEL-040"),

    /** Two tables for one provider type, or one file listed twice. */
    DUPLICATE_TABLE("OPEL-050"),
    /** Two parameters with one id or one number. */
    DUPLICATE_PARAMETER("OPEL-051"),
    /** The numbers of the parameters do not run from 1 without a gap. */
    NUMBERS_NOT_CONTIGUOUS("OPEL-052"),
    /** A domain that holds no stretch of values. */
    EMPTY_DOMAIN("OPEL-053"),
    /** A band or a level without an edge. */
    NO_EDGE("OPEL-054"),
    /** A band or a level with two lower or two upper edges. */
    TWO_EDGES("OPEL-055"),
    /** A lower edge above the upper edge, so that no value lies between them. */
    EDGES_REVERSED("OPEL-056"),
    /** A value of the bands that is not graded. */
    GRADE_MISSING("OPEL-057"),
    /** A grade for a value that the bands do not have. */
    GRADE_UNUSED("OPEL-058"),
    /** A file with more findings than are listed. */
    TOO_MANY_FINDINGS("OPEL-059"),

    /** An overlay extends a framework that this library does not ship. */
    UNKNOWN_BASE("OPEL-060"),
    /** A folder holds an overlay and a framework of its own. */
    OVERLAY_AND_FRAMEWORK("OPEL-061"),
    /** An overlay says something of a parameter that there is not. */
    UNKNOWN_PARAMETER("OPEL-062"),
    /** A local parameter has the id of a national one. */
    ID_OF_NATIONAL_PARAMETER("OPEL-063"),
    /** An overlay has the id of a framework that this library ships. */
    ID_OF_NATIONAL_FRAMEWORK("OPEL-064"),
    /** Rules have the id and the version of a framework that this library ships, and are others. */
    NOT_AS_SHIPPED("OPEL-070"),
    /** Two thresholds with one id, or two deviations of one thing. */
    DUPLICATE_ADDITION("OPEL-065"),
    /** An overlay of a provider type that the framework does not score. */
    NOT_SCORED("OPEL-066"),
    /** A deviation that is neither of one parameter nor of the level cuts, or of both. */
    DEVIATION_OF_WHAT("OPEL-067"),
    /** A deviation that says what the national framework says. */
    NO_DEVIATION("OPEL-068"),
    /** A deviation whose reason or owner only keeps the place of one. */
    DEVIATION_UNEXPLAINED("OPEL-069"),

    /** A line of a protocol that is neither a comment, nor part of a rule. */
    LINE_OUT_OF_PLACE("OPEL-090"),
    /** The name of a rule is not an id and a title in quotes. */
    BAD_RULE_NAME("OPEL-091"),
    /** A rule without a condition, a consequence or its end. */
    RULE_INCOMPLETE("OPEL-092"),
    /** A sentence that is not in the dictionary. */
    UNKNOWN_SENTENCE("OPEL-093"),
    /** A sentence of the dictionary that belongs elsewhere in a rule. */
    SENTENCE_OUT_OF_PLACE("OPEL-094"),
    /** What fills a sentence is not of its form. */
    BAD_FILLING("OPEL-095"),
    /** A character that no sentence needs, so that it may be code or a disguise. */
    NOT_PLAIN("OPEL-096"),
    /** A line that is longer than a sentence needs. */
    LINE_TOO_LONG("OPEL-097"),

    /** Tiers whose level cuts are applied to something else than those of their providers. */
    TIER_BASIS("OPEL-080"),
    /** A provider type that counts in an ICS and has no table. */
    TIER_WITHOUT_TABLE("OPEL-081"),

    /** A level at which a protocol gives nobody an action. */
    LEVEL_WITHOUT_ACTION("OPEL-501"),
    /** A role that there is not. */
    UNKNOWN_ROLE("OPEL-502"),
    /** A rule that does not say where it comes from. */
    CITATION_MISSING("OPEL-503"),
    /** Two rules with one id. */
    DUPLICATE_RULE("OPEL-504"),
    /** A rule that can never fire in its framework. */
    NEVER_FIRES("OPEL-505"),
    /** An action that is spoken of and that no rule raises. */
    ACTION_NEVER_RAISED("OPEL-506"),
    /** A parameter of one provider type that is asked of another unit. */
    PARAMETER_OF_ANOTHER_UNIT("OPEL-507"),

    /** A case with a report that cannot be scored. */
    BAD_CASE("OPEL-601"),
    /** A case that does not hold. */
    CASE_FAILED("OPEL-602"),

    /** Two frameworks in force for one provider type on one day. */
    FRAMEWORKS_OVERLAP("OPEL-301"),
    /** Days between two frameworks on which none is in force for a provider type. */
    FRAMEWORKS_APART("OPEL-302"),
    /** Two frameworks with one id. */
    DUPLICATE_FRAMEWORK("OPEL-303"),
    /** A system coordination centre that is listed twice. */
    DUPLICATE_CENTRE("OPEL-319"),
    /** Two teams that staff one system coordination centre at once. */
    SHIFTS_CLASH("OPEL-320"),

    /** A value that is called published without a name, a day that is not in the future, a document or a place. */
    SIGN_OFF_INCOMPLETE("OPEL-402"),
    /** A framework that is said to be in use, and has bands that are expected or a reason to be a draft. */
    STILL_A_DRAFT("OPEL-403"),
    /** A line of {@code sign-off.csv} whose numbers have changed since, or that is of nothing that there is. */
    SIGN_OFF_VOID("OPEL-404");

    private final String id;

    FormCode(String id) {
        this.id = id;
    }

    /** The stable code, such as {@code OPEL-023}. */
    public String id() {
        return id;
    }
}
