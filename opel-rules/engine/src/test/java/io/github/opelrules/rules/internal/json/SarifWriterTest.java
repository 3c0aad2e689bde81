package io.github.opelrules.rules.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.opelrules.rules.check.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifWriterTest {

    private static final Path FROM = Path.of("/home/a/rules");

    private static Finding finding(String code, Finding.Severity severity, String file) {
        return new Finding(code, severity, file, 12, 9, "Mend it.");
    }

    @ParameterizedTest
    @CsvSource({
        "mine/acute.yaml, mine/acute.yaml",
        "./mine/acute.yaml, mine/acute.yaml",
        "/home/a/rules/mine/acute.yaml, mine/acute.yaml",
        "/home/a/rules2/acute.yaml, file:///home/a/rules2/acute.yaml",
        "../else where/acute.yaml, file:///home/a/else%20where/acute.yaml",
        "my rules/50% ü#?.yaml, my%20rules/50%25%20%C3%BC%23%3F.yaml",
        "c:d/acute.yaml, c%3Ad/acute.yaml"
    })
    void files_are_named_relative_to_where_the_log_belongs_and_elsewhere_in_full(String file, String uri) {
        assertThat(SarifWriter.write(List.of(finding("OPEL-101", Finding.Severity.ERROR, file)), FROM))
                .contains("\"artifactLocation\":{\"uri\":\"" + uri
                        + "\"},\"region\":{\"startLine\":12,\"startColumn\":9}}");
    }

    @Test
    void each_code_is_named_once_and_warnings_are_told_from_errors() {
        String log = SarifWriter.write(
                List.of(
                        finding("OPEL-110", Finding.Severity.WARNING, "a.yaml"),
                        finding("OPEL-101", Finding.Severity.ERROR, "a.yaml"),
                        finding("OPEL-110", Finding.Severity.WARNING, "b.yaml")),
                FROM);

        assertThat(log)
                .contains("\"rules\":[{\"id\":\"OPEL-101\"},{\"id\":\"OPEL-110\"}]")
                .contains("{\"ruleId\":\"OPEL-110\",\"level\":\"warning\",\"message\":{\"text\":\"Mend it.\"}")
                .contains("{\"ruleId\":\"OPEL-101\",\"level\":\"error\",");
    }

    @Test
    void logs_are_valid_under_the_schema_of_sarif() throws IOException {
        Schema schema = sarifSchema();
        List<Finding> findings = List.of(
                finding("OPEL-110", Finding.Severity.WARNING, "a.yaml"),
                finding("OPEL-101", Finding.Severity.ERROR, "../else where/50% ü#?.yaml"));

        assertThat(schema.validate(SarifWriter.write(findings, FROM), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(SarifWriter.write(List.of(), FROM), InputFormat.JSON))
                .isEmpty();
        for (String key : List.of("version", "tool", "ruleId", "text", "uri", "startLine")) {
            String other = SarifWriter.write(findings, FROM).replace("\"" + key + "\"", "\"other\"");
            assertThat(schema.validate(other, InputFormat.JSON)).as(key).isNotEmpty();
        }
    }

    private static Schema sarifSchema() throws IOException {
        try (InputStream in = SarifWriterTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
        }
    }

    @Test
    void no_finding_is_a_log_without_results() {
        assertThat(SarifWriter.write(List.of(), FROM)).contains("\"rules\":[]").endsWith("\"results\":[]}]}");
    }
}
