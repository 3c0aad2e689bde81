package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.Adoption;
import io.github.opelrules.framework.Flaw;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.Formats;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.YamlReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a file of adoptions: which organisation uses which framework from which day. */
public final class AdoptionsFile {

    private static final String FORMAT = "opel.adoptions/1";
    private static final String ADOPTIONS = "[{ organisation: RXX, framework: nhse-opel-2024-26, from: 2025-06-18 }]";

    private final Findings findings;
    private final List<Adoption> adoptions = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    private AdoptionsFile(String file) {
        this.findings = new Findings(file);
    }

    /** Reads the file, or finds what is wrong with it. */
    public static AdoptionsFile read(Path path) {
        AdoptionsFile file = new AdoptionsFile(path.toString());
        byte[] bytes = SystemFile.read(path, file.findings);
        Node root = bytes == null ? null : YamlReader.read(bytes, file.findings);
        if (root != null) {
            file.read(root);
        }
        return file;
    }

    /** The adoptions that can be used. */
    public List<Adoption> adoptions() {
        return adoptions;
    }

    /**
     * Everything that is wrong with the file, in its order; empty when nothing is.
     *
     * @param frameworks the frameworks that can be adopted, or null where they did not load and only the form is checked
     */
    public List<Finding> findings(@Nullable FrameworkSet frameworks) {
        if (frameworks != null) {
            for (Flaw flaw : frameworks.flaws(adoptions)) {
                findings.add(flaw.code(), places.get(flaw.index()), flaw.message());
            }
        }
        return findings.inOrder();
    }

    private void read(Node root) {
        Fields fields = Formats.fields(root, "the adoptions", FORMAT, findings, List.of("format", "adoptions"));
        if (fields == null) {
            return;
        }
        for (Node entry : fields.entriesOrNone("adoptions", ADOPTIONS)) {
            Fields adoption = Fields.of(entry, "an adoption", findings, List.of("organisation", "framework", "from"));
            if (adoption != null) {
                add(adoption);
            }
        }
    }

    private void add(Fields fields) {
        OdsCode organisation = value("organisation", "RXX", OdsCode::of, fields);
        FrameworkId framework = value("framework", "nhse-opel-2024-26", FrameworkId::of, fields);
        LocalDate from = fields.date("from", "2025-06-18");
        if (organisation != null && framework != null && from != null) {
            adoptions.add(new Adoption(organisation, framework, from));
            places.add(fields.place());
        }
    }

    private <T> @Nullable T value(String key, String example, Function<String, T> form, Fields fields) {
        Node.Scalar scalar = fields.scalar(key, example);
        try {
            return scalar == null ? null : form.apply(scalar.text());
        } catch (IllegalArgumentException e) {
            findings.addBadId(fields.placeOf(key), e);
            return null;
        }
    }
}
