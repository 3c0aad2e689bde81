package io.github.opelrules.testkit.coverage;

import io.github.opelrules.rules.cases.CaseResult;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes what a test of rules came to in the XML of JUnit, which build servers read. */
final class JUnitXml {

    private static final int REPLACEMENT = 0xFFFD;

    private JUnitXml() {}

    /**
     * One test.
     *
     * @param group what build servers list it under, with points between the parts
     * @param message why it failed in one line; null where it did not
     * @param details the same in full
     */
    private record Test(String group, String name, @Nullable String message, String details) {}

    /**
     * One report: a test for each case, and one each for the coverage that is demanded and for changed numbers. Where there is no
     * case, one test says so and fails.
     */
    static String write(TestReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, report.run().framework().toString(), tests(report));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Text in memory can always be written", e);
        }
        return text + "\n";
    }

    private static List<Test> tests(TestReport report) {
        List<Test> tests = new ArrayList<>();
        String id = report.run().framework().id().value();
        for (CaseResult result : report.run().results()) {
            String file = result.tried().file();
            String group = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
            tests.add(new Test(
                    id + ".cases." + group,
                    result.tried().name(),
                    result.holds() ? null : String.join("; ", result.differences()),
                    result.tried().place() + "\n" + (result.holds() ? "" : result.toText())));
        }
        if (tests.isEmpty()) {
            String none = report.run().verdict();
            tests.add(new Test(id + ".cases", "there is at least one case", none, none));
        }
        if (report.coverage() != null) {
            tests.add(new Test(
                    id,
                    "coverage of at least " + report.threshold() + " %",
                    report.isCovered() ? null : report.coverage().percent() + " %",
                    report.coverage().toText()));
        }
        if (report.mutation() != null) {
            tests.add(new Test(
                    id,
                    "the cases notice every changed number",
                    report.mutation().holds() ? null : report.mutation().verdict(),
                    report.mutation().toText()));
        }
        return tests;
    }

    private static void write(XMLStreamWriter xml, String suite, List<Test> tests) throws XMLStreamException {
        long failures = tests.stream().filter(test -> test.message() != null).count();
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean(suite));
        xml.writeAttribute("tests", String.valueOf(tests.size()));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        for (Test test : tests) {
            xml.writeCharacters("\n  ");
            write(xml, test);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void write(XMLStreamWriter xml, Test test) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(test.group()));
        xml.writeAttribute("name", clean(test.name()));
        if (test.message() == null) {
            xml.writeStartElement("system-out");
        } else {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", clean(test.message()));
            xml.writeAttribute("type", "failure");
        }
        xml.writeCharacters(clean(test.details()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** XML 1.0 has no way to write some characters, not even escaped. */
    static String clean(String text) {
        return text.codePoints()
                .map(c -> isOfXml(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether a character is one of XML 1.0 (section 2.2). */
    private static boolean isOfXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c < 0xFFFE)
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
