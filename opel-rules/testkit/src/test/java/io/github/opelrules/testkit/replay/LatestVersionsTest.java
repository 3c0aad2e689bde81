package io.github.opelrules.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatestVersionsTest {

    private static final Instant AT = Instant.parse("2024-01-08T08:00:00Z");

    private final LatestVersions versions = new LatestVersions();

    @Test
    void the_version_recorded_last_counts_and_of_those_of_one_time_the_last() {
        assertThat(versions.put(1, AT, null, 10)).isZero();
        assertThat(versions.put(1, AT, AT, 11)).isZero();
        assertThat(versions.put(1, AT, AT.plusNanos(1), 12)).isZero();
        assertThat(versions.put(1, AT, null, 13)).isEqualTo(-1);
        assertThat(versions.put(1, AT, Instant.MAX, 14)).isZero();
        assertThat(versions.put(1, AT, AT.plusSeconds(9), 15)).isEqualTo(-1);

        assertThat(versions.outcome(0)).isEqualTo(14);
        assertThat(versions.leftAside()).isEqualTo(5);
    }

    @Test
    void another_unit_and_another_nanosecond_are_another_report() {
        assertThat(List.of(
                        versions.put(1, AT, null, 0),
                        versions.put(2, AT, null, 0),
                        versions.put(1, AT.plusNanos(1), null, 0),
                        versions.put(1, Instant.MIN, null, 0),
                        versions.put(1, Instant.MAX, null, 0)))
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(versions.leftAside()).isZero();
        assertThat(versions.at(3)).isEqualTo(Instant.MIN);
        assertThat(versions.at(4)).isEqualTo(Instant.MAX);
    }

    @Test
    void they_come_in_the_order_of_their_times_and_then_of_their_units() {
        versions.put(2, AT, null, 0);
        versions.put(1, AT, null, 1);
        versions.put(1, AT.minusSeconds(1), null, 2);
        versions.put(3, AT.minusNanos(1), null, 3);

        assertThat(versions.inOrder(Comparator.naturalOrder()).map(versions::outcome))
                .containsExactly(2, 3, 1, 0);
    }

    @Test
    void they_are_those_of_a_map_and_take_at_most_64_bytes_each() {
        Random random = new Random(7);
        Map<String, Integer> expected = new HashMap<>();
        Map<String, Long> recorded = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            int unit = random.nextInt(200);
            Instant at = AT.plus(Duration.ofHours(random.nextInt(600)));
            long delay = random.nextInt(5);
            if (recorded.getOrDefault(unit + "/" + at, 0L) <= delay) {
                recorded.put(unit + "/" + at, delay);
                expected.put(unit + "/" + at, i);
            }
            versions.put(unit, at, at.plusSeconds(delay), i);
            if (expected.size() > 50) {
                assertThat(versions.bytes()).isLessThanOrEqualTo(64L * expected.size());
            }
        }

        Map<String, Integer> found = new HashMap<>();
        versions.inOrder(Comparator.naturalOrder())
                .forEach(entry -> found.put(versions.unit(entry) + "/" + versions.at(entry), versions.outcome(entry)));
        assertThat(found).isEqualTo(expected);
        assertThat(versions.leftAside()).isEqualTo(200_000L - expected.size());
    }
}
