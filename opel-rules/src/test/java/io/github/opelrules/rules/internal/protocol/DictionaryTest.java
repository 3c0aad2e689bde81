package io.github.opelrules.rules.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.framework.Sentence;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;
import org.drools.drl.parser.lang.dsl.DefaultExpander;
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

    @ParameterizedTest
    @MethodSource("phrases")
    void drools_own_expander_makes_the_same_of_each_example(Phrase phrase) throws IOException {
        assertThat(List.of(ours(phrase.example()))).containsExactly(drools(phrase));
    }

    @Test
    void every_line_of_the_file_is_read() {
        long entries = Dictionary.text()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .count();

        assertThat(DICTIONARY.phrases()).hasSize((int) entries).doesNotHaveDuplicates();
        assertThat(DICTIONARY.phrases()).extracting(Phrase::example).doesNotHaveDuplicates();
        for (Phrase.Place place : Phrase.Place.values()) {
            assertThat(DICTIONARY.phrases(place)).as(place.words()).isNotEmpty();
        }
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
    void nothing_is_pasted_into_a_rule_that_has_a_flaw() {
        Sentence sentence = new Sentence(
                "the duty X is stood down",
                "the duty {rule} is stood down",
                Map.of("rule", "\"); System.exit(1); (\""),
                1);

        assertThatThrownBy(() -> DICTIONARY.drl(sentence))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an id of a rule");
        assertThatThrownBy(() -> DICTIONARY.drl(new Sentence("x", "{text}", Map.of(), 1)))
                .hasMessage("There is no sentence \"{text}\"");
    }

    static String ours(String text) {
        Dictionary.Match match =
                DICTIONARY.match(text, Phrase.Place.FIRST_CONDITION).orElseThrow();
        return match.phrase()
                .drl(match.filled().stream().collect(Collectors.toMap(Phrase.Filled::name, Phrase.Filled::value)));
    }

    private static String drools(Phrase phrase) throws IOException {
        boolean condition =
                phrase.place() == Phrase.Place.FIRST_CONDITION || phrase.place() == Phrase.Place.FURTHER_CONDITION;
        String expanded = expand(
                condition
                        ? "rule \"R\"\nwhen\n" + phrase.example() + "\nthen\nend\n"
                        : "rule \"R\"\nwhen\nthen\n" + phrase.example() + "\nend\n");
        return expanded.lines().toList().get(condition ? 2 : 3);
    }

    /** What Drools' own expander makes of a file of sentences. */
    static String expand(String dslr) throws IOException {
        DSLTokenizedMappingFile file = new DSLTokenizedMappingFile();
        assertThat(file.parseAndLoad(new StringReader(Dictionary.text())))
                .as(file.getErrors().toString())
                .isTrue();
        DefaultExpander expander = new DefaultExpander();
        expander.addDSLMapping(file.getMapping());
        String expanded = expander.expand(dslr);
        assertThat(expander.hasErrors()).as(expander.getErrors().toString()).isFalse();
        return expanded;
    }
}
