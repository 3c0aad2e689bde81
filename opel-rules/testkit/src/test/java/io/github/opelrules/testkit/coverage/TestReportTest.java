package io.github.opelrules.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.PublishedSchemas;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.internal.cases.CaseFiles;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import io.github.opelrules.testkit.coverage.MutationRun.Survivor;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportTest {

    private static final Framework FRAMEWORK = FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2023-24"));

    private static final String CASES = """
            format: opel.cases/1
            providerType: acute
            cases:
              - case: full beds are <8> points
                readings: { ga-bed-occupancy: 98.3 }
                others: best
                expect: { points: { ga-bed-occupancy: %s } }
            """;

    @TempDir
    private Path folder;

    @Test
    void where_all_holds_it_passes_and_says_so_in_every_form() throws Exception {
        TestReport report = report("8", 0, new MutationRun(FRAMEWORK, 3, 1, 2, List.of()));

        assertThat(report.passes()).isTrue();
        assertThat(report.toText())
                .startsWith("nhse-opel-2023-24 1.1.0: 1 case, all hold.\nCoverage: ")
                .endsWith("Changed numbers: 3 of 3 noticed; left out 1 change that no report can show, and 2 that would"
                        + " not load.\n");
        assertThat(json(report))
                .contains(
                        "\"passes\":true", "\"mutation\":{\"changes\":3,\"noticed\":3,\"equivalent\":1,\"refused\":2,");
        assertThat(xml(report))
                .contains("tests=\"3\" failures=\"0\"", "name=\"the cases notice every changed number\"")
                .contains("name=\"full beds are &lt;8&gt; points\"");
    }

    @Test
    void what_fails_is_told_with_its_reason_in_every_form() throws Exception {
        TestReport report =
                report("7", 100, new MutationRun(FRAMEWORK, 3, 0, 0, List.of(new Survivor("a cut", "  - case: x\n"))));

        assertThat(report.passes()).isFalse();
        assertThat(report.toText())
                .contains("/cases/own.yaml:4: full beds are <8> points\n")
                .contains("That is less than the 100 % that were demanded.\n")
                .endsWith("NOT NOTICED a cut. This case would notice it:\n  - case: x\n");
        assertThat(json(report))
                .contains("\"passes\":false", "\"threshold\":100", "\"what\":\"a cut\"")
                .contains("\"differences\":[\"points of ga-bed-occupancy: expected 7, found 8\"]");
        assertThat(xml(report))
                .contains("tests=\"3\" failures=\"3\"")
                .contains("message=\"points of ga-bed-occupancy: expected 7, found 8\"")
                .contains("name=\"coverage of at least 100 %\"><failure message=\"");
    }

    @Test
    void no_case_at_all_is_a_failure_of_its_own() throws Exception {
        TestReport report = new TestReport(CaseRun.of(FRAMEWORK, List.of()), null, 0, null);

        assertThat(report.passes()).isFalse();
        assertThat(json(report)).contains("\"passes\":false").doesNotContain("\"coverage\"", "\"mutation\"");
        assertThat(xml(report))
                .contains("tests=\"1\" failures=\"1\"", "name=\"there is at least one case\"><failure message=\"");
    }

    private TestReport report(String points, int threshold, MutationRun mutation) throws IOException {
        Files.createDirectories(folder.resolve("cases"));
        Files.writeString(folder.resolve("cases/own.yaml"), CASES.formatted(points));
        List<Case> cases = CaseFiles.of(FrameworkFolder.of(folder), FRAMEWORK).cases();
        CaseRun run = CaseRun.of(FRAMEWORK, cases);
        return new TestReport(run, Coverage.of(run), threshold, mutation);
    }

    private static String json(TestReport report) {
        assertThat(PublishedSchemas.schema("opel.test-1").validate(report.toJson(), InputFormat.JSON))
                .isEmpty();
        return report.toJson();
    }

    private static String xml(TestReport report) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(TestReportTest.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(report.toJUnitXml())));
        return report.toJUnitXml();
    }
}
