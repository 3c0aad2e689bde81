package io.github.opelrules.rules.internal.system;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.DATE;
import static io.github.opelrules.rules.internal.format.Scalars.FRAMEWORK;

import io.github.opelrules.framework.Adoption;
import io.github.opelrules.framework.Flaw;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.Format;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.Shape;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file of adoptions: which organisation uses which framework from which day. */
public final class AdoptionsFile {

    private static final ListShape SHAPE = new ListShape();

    public static final Format<List<Adoption>> ADOPTIONS = new Format<>(
            "opel.adoptions/1",
            "the adoptions",
            "Which organisation uses which framework from which day, before the national dates",
            SHAPE);

    private final Findings findings;
    private final @Nullable In read;

    private AdoptionsFile(SystemFile file) {
        this.findings = file.findings();
        Node root = file.root();
        this.read = root == null ? null : ADOPTIONS.open(root, findings);
    }

    /** Reads the file, or finds what is wrong with it. */
    public static AdoptionsFile read(Path path) {
        return new AdoptionsFile(SystemFile.of(path));
    }

    /** The adoptions that can be used. */
    public List<Adoption> adoptions() {
        return read == null ? List.of() : read.usable(SHAPE.adoptions);
    }

    /**
     * Everything that is wrong with the file, in its order; empty when nothing is.
     *
     * @param frameworks the frameworks that can be adopted, or null where they did not load and only the form is checked
     */
    public List<Finding> findings(@Nullable FrameworkSet frameworks) {
        if (frameworks != null && read != null) {
            for (Flaw flaw : frameworks.flaws(adoptions())) {
                Place place = read.node(SHAPE.adoptions, flaw.index()).place();
                findings.add(flaw.code(), place, flaw.message());
            }
        }
        return findings.inOrder();
    }

    private static final class ListShape extends Shape<List<Adoption>> {

        final Key<List<Adoption>> adoptions =
                key("adoptions", ListForm.of(new AdoptionShape(), "an adoption").orEmpty());

        ListShape() {
            super("adoptions");
        }

        @Override
        protected List<Adoption> make(In in) {
            return in.get(adoptions);
        }

        @Override
        protected void take(List<Adoption> all, Out out) {
            out.put(adoptions, all);
        }
    }

    private static final class AdoptionShape extends Shape<Adoption> {

        private final Key<OdsCode> organisation = key("organisation", CODE)
                .like("RXX")
                .says(
                        "The ODS code of the provider, exactly as its reports name it. A trust's says nothing of its sites.");
        private final Key<FrameworkId> framework =
                key("framework", FRAMEWORK).says("The id of the framework, each once for one organisation.");
        private final Key<LocalDate> from = key("from", DATE)
                .like("2025-06-18")
                .says(
                        "The first day on which the organisation uses it, in London. Until then it goes on with the framework before.");

        AdoptionShape() {
            super("adoption");
        }

        @Override
        protected Adoption make(In in) {
            return new Adoption(in.get(organisation), in.get(framework), in.get(from));
        }

        @Override
        protected void take(Adoption adoption, Out out) {
            out.put(organisation, adoption.organisation())
                    .put(framework, adoption.framework())
                    .put(from, adoption.from());
        }
    }
}
