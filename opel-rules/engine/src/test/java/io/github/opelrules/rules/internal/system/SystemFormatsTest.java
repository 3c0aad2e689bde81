package io.github.opelrules.rules.internal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.InputFormat;
import io.github.opelrules.escalate.BankHolidays;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.StaffedHours.Days;
import io.github.opelrules.escalate.StaffedHours.Shift;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.Adoption;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.PublishedSchemas;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.internal.format.Format;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Hierarchy.Link;
import io.github.opelrules.tier.Hierarchy.Weights;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the description of a file writes is what it reads, and what its schema accepts. */
class SystemFormatsTest {

    private static final OdsCode ICS = OdsCode.of("QXX");
    private static final OdsCode NEIGHBOUR = OdsCode.of("QYY");
    private static final OdsCode NEVER_STAFFED = OdsCode.of("QZZ");
    private static final OdsCode ONE = OdsCode.of("RXX");
    private static final OdsCode TWO = OdsCode.of("RYY");

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(HierarchyShape.HIERARCHY, hierarchy(Weights.SHARES, "0.25", "0.75"), "\"weight\":0.25"),
                arguments(HierarchyShape.HIERARCHY, hierarchy(Weights.RELATIVE, "2.5", "1"), "\"weight\":1,"),
                arguments(
                        HierarchyShape.HIERARCHY, hierarchy(Weights.EQUAL, "1", "1"), "{\"parent\":\"QXX\",\"from\":"),
                arguments(HoursShape.HOURS, hours(), "\"until\":\"24:00\""),
                arguments(
                        DeclarationShape.DECLARATIONS,
                        List.of(declaration("two trusts divert"), declaration(null)),
                        "\"reason\":\"two trusts divert\""),
                arguments(
                        AdoptionsFile.ADOPTIONS,
                        List.of(new Adoption(ONE, FrameworkId.of("nhse-opel-2024-26"), LocalDate.of(2025, 6, 18))),
                        "\"from\":\"2025-06-18\""),
                arguments(AdoptionsFile.ADOPTIONS, List.of(), "\"adoptions\":[]"));
    }

    private static Hierarchy hierarchy(Weights weights, String first, String second) {
        return new Hierarchy(
                weights,
                List.of(
                        new Unit(OdsCode.of("ENG"), "England", Tier.NATION, null, List.of()),
                        new Unit(ICS, "An ICS", Tier.ICS, null, List.of()),
                        new Unit(ONE, "A trust", Tier.PROVIDER, ProviderType.ACUTE, List.of(in(first))),
                        new Unit(TWO, "Another", Tier.PROVIDER, ProviderType.ACUTE, List.of(in(second)))),
                List.of(new Link(ONE, TWO, Duration.ofMinutes(25))));
    }

    private static Membership in(String weight) {
        return new Membership(
                ICS, new BigDecimal(weight), new DateRange(LocalDate.of(2022, 7, 1), LocalDate.of(2027, 4, 1)));
    }

    private static StaffedHours hours() {
        Team desk = new Team("evening-desk");
        return new StaffedHours(
                Map.of(
                        ICS,
                                List.of(
                                        new Shift(
                                                Team.ownOf(ICS),
                                                Days.WEEKDAYS,
                                                LocalTime.of(8, 0),
                                                LocalTime.of(17, 0)),
                                        new Shift(desk, Days.WEEKDAYS, LocalTime.of(17, 0), LocalTime.MIDNIGHT)),
                        NEIGHBOUR,
                                List.of(new Shift(desk, Days.BANK_HOLIDAYS, LocalTime.of(8, 0), LocalTime.of(20, 0))),
                        NEVER_STAFFED, List.of()),
                BankHolidays.england().with(LocalDate.of(2027, 6, 7)));
    }

    private static Declaration declaration(@Nullable String reason) {
        return new Declaration(
                ICS, OpelLevel.OPEL_4, "ICB director on call", Instant.parse("2026-01-08T09:30:00Z"), reason);
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void what_is_written_is_read_to_an_equal_value_and_valid(Format<T> format, T value, String part) {
        String json = format.toJson(value);
        T read = format.fromJson(json, "file");

        assertThat(json).startsWith("{\"format\":\"" + format.id() + "\",").contains(part);
        assertThat(format.toJson(read)).isEqualTo(json);
        assertThat(read).isEqualTo(value);
        assertThat(PublishedSchemas.schema(format.id().replace('/', '-')).validate(json, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void what_is_wrong_with_several_entries_is_listed_together_and_once() {
        String json = DeclarationShape.DECLARATIONS
                .toJson(List.of(declaration(null), declaration("x")))
                .replace("\"level\":4", "\"level\":5")
                .replace("\"unit\":\"QXX\"", "\"unit\":\"qxx\"");

        assertThatThrownBy(() -> DeclarationShape.DECLARATIONS.fromJson(json, "file"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.findings())
                                .extracting(finding -> finding.code())
                                .containsExactly("OPEL-034", "OPEL-036", "OPEL-034", "OPEL-036"));
    }
}
