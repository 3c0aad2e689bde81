package io.github.opelrules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final List<String> KNOWN = List.of("acute", "community", "mental-health", "nhs-111");

    @ParameterizedTest
    @CsvSource({
        "acut, acute", // a letter left out
        "accute, acute", // one too many
        "acite, acute", // another one
        "actue, acute", // two neighbours swapped
        "ACUTE, acute",
        "comunitty, community",
        "mentalhealth, mental-health",
        "metnla-haelth, mental-health",
        "nhs111, nhs-111"
    })
    void a_likely_slip_has_a_nearest_word(String found, String meant) {
        assertThat(Words.nearest(found, KNOWN)).contains(meant);
        assertThat(Words.didYouMean(found, KNOWN)).isEqualTo(" Did you mean \"" + meant + "\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "primary", "axxte", "acxxx", "health"})
    void an_unlikely_one_has_none(String found) {
        assertThat(Words.nearest(found, KNOWN)).isEmpty();
        assertThat(Words.didYouMean(found, KNOWN)).isEmpty();
    }

    @Test
    void nothing_is_near_where_nothing_is_known() {
        assertThat(Words.nearest("acute", List.of())).isEmpty();
    }

    @Test
    void one_slip_is_allowed_in_the_shortest_word() {
        assertThat(Words.nearest("xt", List.of("at"))).contains("at");
        assertThat(Words.nearest("xy", List.of("at"))).isEmpty();
    }

    @Test
    void of_words_equally_near_the_first_known_is_named() {
        assertThat(Words.nearest("band", List.of("bend", "bond"))).contains("bend");
    }

    @Test
    void a_word_of_any_length_is_answered() {
        assertThat(Words.nearest("a".repeat(1_000_000), KNOWN)).isEmpty();
    }

    @Property
    void a_known_word_is_nearest_to_itself(@ForAll String word) {
        String known = word.length() > 100 ? word.substring(0, 100) : word;

        assertThat(Words.nearest(known, List.of("something else", known))).contains(known);
    }

    @Test
    void what_was_found_is_quoted() {
        assertThat(Words.quoted("n/a")).isEqualTo("\"n/a\"");
        assertThat(Words.quoted("")).isEqualTo("\"\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r", "\t", "\0", "\u001B", "\u007F", "\u0085", "\u2028", "\u2029", "\u202E", "\u200B", "\uD800"
            })
    void what_could_disguise_a_message_is_replaced(String hidden) {
        assertThat(Words.quoted("a" + hidden + "b")).isEqualTo("\"a\uFFFDb\"");
    }

    @Test
    void what_is_too_long_is_cut_between_characters() {
        assertThat(Words.quoted("x".repeat(60))).isEqualTo("\"" + "x".repeat(60) + "\"");
        assertThat(Words.quoted("x".repeat(61))).isEqualTo("\"" + "x".repeat(60) + "…\" (61 characters)");
        assertThat(Words.quoted("🏥".repeat(61))).isEqualTo("\"" + "🏥".repeat(60) + "…\" (61 characters)");
    }

    @Test
    void a_list_reads_as_a_person_would_say_it() {
        assertThat(Words.list(List.of())).isEmpty();
        assertThat(Words.list(List.of("a"))).isEqualTo("a");
        assertThat(Words.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    @Test
    void only_one_is_singular() {
        assertThat(Words.count(0, "point")).isEqualTo("0 points");
        assertThat(Words.count(1, "point")).isEqualTo("1 point");
        assertThat(Words.count(2, "point")).isEqualTo("2 points");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7, 0 %",
        "7, 7, 100 %",
        "199, 10000, 2.0 %",
        "281, 339, 82.9 %",
        "1, 2000, 0.1 %",
        "1, 2001, under 0.1 %",
        "1, 9223372036854775807, under 0.1 %",
        "1998, 2000, 99.9 %",
        "1999, 2000, over 99.9 %",
        "9223372036854775806, 9223372036854775807, over 99.9 %"
    })
    void a_share_is_rounded_and_what_is_little_is_not_nothing_nor_what_is_much_all(
            long part, long whole, String percent) {
        assertThat(Words.percent(part, whole)).isEqualTo(percent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "\u001b[31m", "\u0085", "\t"})
    void control_characters_are_found(String text) {
        assertThat(Words.hasControlCharacter(text)).isTrue();
        assertThat(Words.hasControlCharacter("in G&A beds, ≥ 92%: \u00a0😀")).isFalse();
    }
}
