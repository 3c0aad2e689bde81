package io.github.opelrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.cases.CaseFiles;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import io.github.opelrules.testkit.coverage.MutationRun;
import io.github.opelrules.testkit.diff.FrameworkDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong number, a lost line: each is found, by the check, by a case, by changed numbers, or by comparing with what was before. */
class PlantedFaultsTest {

    private static final String BUNDLED = "nhse-opel-2023-24";
    private static final Framework BEFORE = FrameworkLoader.load(FrameworkFolder.bundled(BUNDLED));

    @ParameterizedTest(name = "{0} is found by {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            wrong side of an edge         | case     | G&A bed occupancy of 92% scores 0: score: expected 0, found 2 | acute.yaml | `- { upTo: 92, points: 0 }\n      - { above: 92, upTo: 95, points: 2 }` | `- { below: 92, points: 0 }\n      - { from: 92, upTo: 95, points: 2 }`
            cut too high by one           | case     | G&A bed occupancy of 92.01% scores 2: score: expected 2, found 0 | acute.yaml | `- { upTo: 92, points: 0 }\n      - { above: 92, upTo` | `- { upTo: 93, points: 0 }\n      - { above: 93, upTo`
            cut off by a hundredth        | case     | G&A bed occupancy of 98% scores 4: score: expected 4, found 8 | acute.yaml | `upTo: 98, points: 4 }\n      - { above: 98,` | `upTo: 97.99, points: 4 }\n      - { above: 97.99,`
            cut moved on one side alone   | check    | OPEL-101 | acute.yaml | above: 92, upTo: 95 | above: 93, upTo: 95
            bands that overlap            | check    | OPEL-102 | acute.yaml | above: 92, upTo: 95 | above: 91, upTo: 95
            missing band                  | check    | OPEL-101 | acute.yaml | `      - { above: 2, upTo: 10, points: 1 }\n` | ``
            swapped points                | check    | OPEL-104 | acute.yaml | `upTo: 30, points: 2 }\n      - { above: 30, upTo: 60, points: 4` | `upTo: 30, points: 4 }\n      - { above: 30, upTo: 60, points: 2`
            points off by one             | case     | a mean handover of 30.01 min scores 4: score: expected 4, found 5 | acute.yaml | upTo: 60, points: 4 | upTo: 60, points: 5
            wrong direction               | check    | OPEL-104 | acute.yaml | worse: lower | worse: higher
            wrong level cut               | case     | 22 points are OPEL 2: level: expected OPEL 2, found OPEL 3 | acute.yaml | `- { level: 2, above: 11, upTo: 22 }\n    - { level: 3, above: 22,` | `- { level: 2, above: 11, upTo: 21 }\n    - { level: 3, above: 21,`
            gap between two levels        | check    | OPEL-201 | acute.yaml | level: 2, above: 11 | level: 2, above: 12
            levels that end too early     | check    | OPEL-201 | acute.yaml | above: 33, upTo: 44 | above: 33, upTo: 43
            wrong level cut of tiers      | case     | a mean of exactly 11 is OPEL 1: level of QXX: expected OPEL 1, found OPEL 2 | framework.yaml | `- { level: 1, upTo: 11 }\n      - { level: 2, above: 11,` | `- { level: 1, upTo: 10 }\n      - { level: 2, above: 10,`
            cuts of tiers as shares       | check    | OPEL-201 | framework.yaml | basis: total | basis: share
            wrong greatest age            | case     | readings of exactly a day ago still count: score: expected 0, found 0 to 6 | acute.yaml | `worse: higher\n    maxAge: PT24H` | `worse: higher\n    maxAge: PT12H`
            plausible values too narrow   | case     | G&A bed occupancy of 150% scores 8: score: expected 8, found 0 to 8 | acute.yaml | from: 0, upTo: 150 | from: 0, upTo: 149
            two parameters of one number  | check    | OPEL-051 | acute.yaml | number: 2 | number: 1
            coarser precision             | diff     | precision | acute.yaml | upTo: 1440, precision: 0.01 | upTo: 1440, precision: 1
            lost case                     | mutation | "up to 98" changed to "up to 98.01" | cases/acute.yaml | `  - case: G&A bed occupancy of 98.01% scores 8\n    readings: { ga-bed-occupancy: 98.01 }\n    others: best\n    expect: { level: 1, score: 8, points: { ga-bed-occupancy: 8 }, codes: { ga-bed-occupancy: band-matched } }\n` | ``
            case that demands too little  | mutation | "up to 98" changed to "up to 98.01" | cases/acute.yaml | `expect: { level: 1, score: 8, points: { ga-bed-occupancy: 8 }, codes: { ga-bed-occupancy: band-matched } }\n  - case: G&A bed occupancy of 150%` | `expect: { level: 1 }\n  - case: G&A bed occupancy of 150%`
            wrong last day                | diff     | until 2025-12-01 | framework.yaml | until: 2024-12-01 | until: 2025-12-01
            wrong unit                    | diff     | min → h | acute.yaml | `unit: min` | `unit: h`
            grade that nobody checked     | diff     | corroborated | acute.yaml | `cuts: unverified, sides: unverified, points: corroborated` | `cuts: corroborated, sides: unverified, points: corroborated`
            """)
    void is_found(String fault, String by, String with, String file, String right, String wrong) throws IOException {
        FrameworkFolder folder =
                edited(file, right.replace("\\n", "\n"), wrong == null ? "" : wrong.replace("\\n", "\n"));

        String[] found = find(folder);

        assertThat(found[0]).as(fault).isEqualTo(by);
        assertThat(found[1]).as(fault).contains(with);
    }

    /** What finds it first, and what it says. */
    private static String[] find(FrameworkFolder folder) {
        RuleCheck check = FrameworkLoader.check(folder);
        Framework after = check.framework().orElse(null);
        if (after == null) {
            return new String[] {"check", check.findings().toString()};
        }
        CaseRun run = CaseRun.of(after, CaseFiles.of(folder, after).cases());
        if (!run.holds()) {
            return new String[] {"case", run.failures().toString()};
        }
        if (!MutationRun.of(run).holds()) {
            return new String[] {"mutation", MutationRun.of(run).toText()};
        }
        FrameworkDiff diff = FrameworkDiff.between(BEFORE, after);
        return new String[] {diff.isEmpty() ? "nothing" : "diff", diff.toText()};
    }

    private static FrameworkFolder edited(String file, String right, String wrong) throws IOException {
        FrameworkFolder bundled = FrameworkFolder.bundled(BUNDLED);
        String text = new String(bundled.read(file).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(text).contains(right);
        int at = text.indexOf(right);
        byte[] changed =
                (text.substring(0, at) + wrong + text.substring(at + right.length())).getBytes(StandardCharsets.UTF_8);
        return new FrameworkFolder() {
            @Override
            public String name() {
                return bundled.name();
            }

            @Override
            public List<String> cases() throws IOException {
                return bundled.cases();
            }

            @Override
            public Optional<byte[]> read(String named) throws IOException {
                return named.equals(file) ? Optional.of(changed) : bundled.read(named);
            }
        };
    }
}
