package io.github.opelrules.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class JUnitXmlTest {

    @Test
    void whatever_the_characters_of_a_text_are_what_is_left_of_it_is_well_formed() throws Exception {
        StringBuilder all = new StringBuilder();
        IntStream.rangeClosed(0, 0x1FFFF).forEach(all::appendCodePoint);
        IntStream.of(0x10FFFE, 0x10FFFF).forEach(all::appendCodePoint);
        String xml = "<a>"
                + JUnitXml.clean(all.toString())
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;") + "</a>";

        String read = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement()
                .getTextContent();

        assertThat(read).hasSizeGreaterThan(0x1FFFF).contains("A", "é", "中", "😀");
    }

    @Test
    void what_xml_has_no_way_to_write_is_replaced_and_all_else_stays() {
        assertThat(JUnitXml.clean("a\u0000b\u001Bc\uFFFEd\uFFFFe\uD800f")).isEqualTo("a�b�c�d�e�f");
        assertThat(JUnitXml.clean("a\tb\nc\u0085 é 😀")).isEqualTo("a\tb\nc\u0085 é 😀");
    }
}
