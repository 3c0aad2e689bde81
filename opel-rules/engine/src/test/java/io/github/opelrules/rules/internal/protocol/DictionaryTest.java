package io.github.opelrules.rules.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.framework.Sentence;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DictionaryTest {

    private static final Dictionary DICTIONARY = Dictionary.shared();

    static Stream<Phrase> phrases() {
        return DICTIONARY.phrases().stream();
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void each_example_is_its_own_sentence_and_fills_it_without_a_flaw(Phrase phrase) {
        Dictionary.Match match =
                DICTIONARY.match(phrase.example(), phrase.place()).orElseThrow();

        assertThat(match.phrase()).isSameAs(phrase);
        assertThat(match.filled())
                .allSatisfy(slot -> assertThat(slot.flaw()).as(slot.name()).isEmpty());
    }

    @Test
    void every_place_has_sentences_and_no_two_are_one() {
        assertThat(DICTIONARY.phrases()).hasSize(54).doesNotHaveDuplicates();
        assertThat(DICTIONARY.phrases()).extracting(Phrase::pattern).doesNotHaveDuplicates();
        assertThat(DICTIONARY.phrases()).extracting(Phrase::example).doesNotHaveDuplicates();
        for (Phrase.Place place : Phrase.Place.values()) {
            assertThat(DICTIONARY.phrases(place)).as(place.words()).isNotEmpty();
        }
    }

    @Test
    void every_theme_has_sentences_and_says_when_to_use_them() {
        assertThat(Theme.values()).allSatisfy(theme -> {
            assertThat(DICTIONARY.phrases()).extracting(Phrase::theme).contains(theme);
            assertThat(theme.use()).endsWith(".");
        });
    }

    @Test
    void a_text_is_the_sentence_that_what_fills_it_fits_best() {
        assertThat(DICTIONARY.match("an acute provider in the ICS is at OPEL 4", Phrase.Place.FIRST_CONDITION))
                .hasValueSatisfying(
                        match -> assertThat(match.phrase()).hasToString("{unit} in {whole} is at OPEL {level}"));
        assertThat(DICTIONARY.match("it is at OPEL 4", Phrase.Place.FIRST_CONDITION))
                .hasValueSatisfying(match -> assertThat(match.phrase()).hasToString("it is at OPEL {level}"));
        assertThat(DICTIONARY.match("the ICS  enters   OPEL 5 or above", Phrase.Place.FURTHER_CONDITION))
                .hasValueSatisfying(match -> {
                    assertThat(match.phrase()).hasToString("{unit} enters OPEL {level} or above");
                    assertThat(match.filled().get(1).flaw())
                            .hasValue("\"5\" is not an OPEL level. Expected 1, 2, 3 or 4.");
                });
        assertThat(DICTIONARY.match("the ICS gets to OPEL 3", Phrase.Place.FIRST_CONDITION))
                .isEmpty();
    }

    @Test
    void the_nearest_sentences_are_those_that_share_most_words() {
        assertThat(DICTIONARY.nearest("the ICS entres OPEL 3 or above", Phrase.Place.FIRST_CONDITION))
                .first()
                .hasToString("{unit} enters OPEL {level} or above");
        assertThat(DICTIONARY.nearest("mutual aid gets proposed", Phrase.Place.CONSEQUENCE))
                .first()
                .hasToString("mutual aid is proposed");
    }

    @Test
    void nothing_that_has_a_flaw_fills_a_sentence() {
        Sentence sentence = new Sentence(
                "the action X is stood down",
                "the action {rule} is stood down",
                Map.of("rule", "\"); System.exit(1); (\""),
                1);

        assertThatThrownBy(() -> RuleMeaning.call(sentence))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an id of a rule");
        assertThatThrownBy(() -> RuleMeaning.call(new Sentence("x", "{text}", Map.of(), 1)))
                .hasMessage("There is no sentence \"{text}\"");
        assertThatThrownBy(() -> RuleMeaning.spoken(sentence))
                .hasMessageStartingWith("There is no sentence \"the action");
    }
}
