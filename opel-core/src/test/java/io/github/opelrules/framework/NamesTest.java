package io.github.opelrules.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "ga-bed-occupancy", "nhse-opel-2023-24", "111"})
    void ids_are_lower_case_words_joined_by_hyphens(String text) {
        assertThat(ParameterId.of(text)).hasToString(text);
        assertThat(FrameworkId.of(text)).hasToString(text);
        assertThat(ParameterId.isId(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "a.b", "é", "a\n", "../a"})
    void anything_else_is_no_id(String text) {
        assertThat(ParameterId.isId(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterId.of(text))
                .withMessage("\"" + text.replace('\n', '\uFFFD') + "\" is not a parameter id: expected lower-case words"
                        + " joined by hyphens, such as \"ga-bed-occupancy\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameworkId.of(text))
                .withMessage("\"" + text.replace('\n', '\uFFFD') + "\" is not a framework id: expected lower-case words"
                        + " joined by hyphens, such as \"nhse-opel-2023-24\"");
    }

    @Test
    void an_id_has_at_most_80_characters() {
        assertThat(ParameterId.of("a".repeat(80)).value()).hasSize(80);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterId.of("a".repeat(81)))
                .withMessageStartingWith("\"" + "a".repeat(60) + "…\" (81 characters) is not a parameter id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameworkId.of("a".repeat(81)))
                .withMessageContaining("(81 characters)");
    }

    @Test
    void ids_sort_by_their_text() {
        assertThat(ParameterId.of("a")).isLessThan(ParameterId.of("b"));
        assertThat(FrameworkId.of("b")).isGreaterThan(FrameworkId.of("a"));
    }

    @ParameterizedTest
    @EnumSource(ProviderType.class)
    void a_provider_type_is_found_by_its_id(ProviderType type) {
        assertThat(ProviderType.ofId(type.id())).contains(type);
        assertThat(type).hasToString(type.id());
        assertThat(ProviderType.ofId(type.name())).isEmpty();
    }

    @Test
    void provider_types_have_the_ids_of_rule_files() {
        assertThat(ProviderType.values())
                .extracting(ProviderType::id)
                .containsExactly("acute", "community", "mental-health", "nhs-111");
    }

    @ParameterizedTest
    @EnumSource(Assurance.class)
    void an_assurance_is_found_by_its_id(Assurance assurance) {
        assertThat(Assurance.ofId(assurance.id())).contains(assurance);
        assertThat(assurance).hasToString(assurance.id());
        assertThat(Assurance.ofId(assurance.name())).isEmpty();
    }

    @Test
    void assurance_falls_from_published_to_assumed() {
        assertThat(Assurance.values())
                .extracting(Assurance::id)
                .containsExactly("published", "corroborated", "unverified", "assumed");
        assertThat(Assurance.PUBLISHED.lowest(Assurance.ASSUMED)).isEqualTo(Assurance.ASSUMED);
        assertThat(Assurance.UNVERIFIED.lowest(Assurance.CORROBORATED)).isEqualTo(Assurance.UNVERIFIED);
    }

    @Property
    void the_lowest_assurance_does_not_depend_on_the_order(
            @ForAll Assurance one, @ForAll Assurance other, @ForAll Assurance third) {
        assertThat(one.lowest(other)).isEqualTo(other.lowest(one)).isIn(one, other);
        assertThat(one.lowest(other).lowest(third)).isEqualTo(one.lowest(other.lowest(third)));
        assertThat(Arrays.asList(one, other)).allMatch(grade -> grade.compareTo(one.lowest(other)) <= 0);
    }
}
