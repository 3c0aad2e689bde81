package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.DATE;
import static io.github.opelrules.rules.internal.format.Scalars.DIGEST;
import static io.github.opelrules.rules.internal.format.Scalars.FRAMEWORK;
import static io.github.opelrules.rules.internal.format.Scalars.SAID;
import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.TRUTH;
import static io.github.opelrules.rules.internal.format.Scalars.wholeNumber;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.Overlay;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.format.Form;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Format;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.KeyedShape;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Scalar;
import io.github.opelrules.rules.internal.format.Schema;
import io.github.opelrules.rules.internal.format.WrittenShape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a check of rule files came to, and what a framework is, for other programs to read. */
public final class CheckFormats {

    private static final Form<Integer> PLACE = wholeNumber("1", 1, Integer.MAX_VALUE);
    private static final Form<Map<Assurance, Integer>> VALUES =
            KeyedShape.all("values", Assurance.class, Assurance::toString, wholeNumber("0", 0, Integer.MAX_VALUE));
    private static final Form<Framework> READ = new ReadShape();

    public static final Format<Checked> CHECK = new Format<>(
            "opel.check/1", "the check", "What a check of the rule files of one framework came to", new CheckShape());

    public static final Format<RuleCheck> SUMMARY = new Format<>(
            "opel.framework-summary/1",
            "the summary",
            "One framework: when it is in force, whom it scores, and how sure its values are",
            new SummaryShape());

    private CheckFormats() {}

    /** @param worklist whether to list the values that nobody read yet */
    public record Checked(RuleCheck check, boolean worklist) {}

    private static final class CheckShape extends WrittenShape<Checked> {

        private final Key<String> folder =
                key("folder", TEXT).says("The folder or .zip that was checked, as it was named.");
        private final Key<Boolean> passes =
                key("passes", TRUTH).says("Whether nothing keeps the rules from being used; there may be warnings.");
        private final Key<Framework> framework =
                key("framework", READ).optional().says("There is one exactly where the check passes.");
        private final Key<List<Finding>> findings = key(
                        "findings", ListForm.of(new FindingShape()).orEmpty())
                .says("What is wrong or odd, in the order of the files and their lines.");
        private final Key<Map<Assurance, Integer>> values =
                key("values", VALUES).says("How many graded values have each grade.");
        private final Key<List<GradedValue>> worklist = key(
                        "worklist", ListForm.of(new UnreadShape()).orEmpty())
                .optional()
                .says(
                        "The values that nobody read in an NHS England publication yet; left out unless it was asked for.");

        CheckShape() {
            super("check");
        }

        @Override
        protected void take(Checked checked, Out out) {
            RuleCheck check = checked.check();
            out.put(folder, check.folder())
                    .put(passes, check.passes())
                    .put(framework, check.framework().orElse(null))
                    .put(findings, check.findings())
                    .put(values, check.summary())
                    .put(worklist, checked.worklist() ? check.worklist() : null);
        }

        @Override
        protected void addToSchema(Map<String, Object> members) {
            Map<String, Object> there = Schema.members("required", List.of(framework.name()));
            members.put("if", Schema.members("properties", Schema.members("passes", Schema.members("const", true))));
            members.put("then", there);
            members.put("else", Schema.members("not", there));
        }
    }

    private static final class SummaryShape extends WrittenShape<RuleCheck> {

        private final Key<Framework> framework = key("framework", READ);
        private final Key<Map<Assurance, Integer>> values =
                key("values", VALUES).says("How many graded values have each grade.");

        SummaryShape() {
            super("summary");
        }

        @Override
        protected void take(RuleCheck check, Out out) {
            out.put(framework, check.framework().orElseThrow()).put(values, check.summary());
        }
    }

    private static final class FindingShape extends WrittenShape<Finding> {

        private final Key<String> file = key("file", TEXT).says("The file, behind the name of its folder.");
        private final Key<Integer> line = key("line", PLACE);
        private final Key<Integer> column = key("column", PLACE).says("In characters.");
        private final Key<Finding.Severity> severity = key(
                        "severity",
                        word(
                                Finding.Severity.values(),
                                severity -> severity == Finding.Severity.ERROR ? "error" : "warning"))
                .says("An error keeps the rules from being used, a warning does not.");
        private final Key<String> code = key(
                        "code",
                        Scalar.exact("code", "OPEL-023", FormCode.BAD_TEXT, text -> text)
                                .matching("^OPEL-[0-9]{3}$"))
                .says("What kind of thing, stable from release to release.");
        private final Key<String> message =
                key("message", SAID).says("What was found, what was expected, and how to mend it.");

        FindingShape() {
            super("finding");
        }

        @Override
        protected void take(Finding finding, Out out) {
            out.put(file, finding.file())
                    .put(line, finding.line())
                    .put(column, finding.column())
                    .put(severity, finding.severity())
                    .put(code, finding.code())
                    .put(message, finding.message());
        }
    }

    private static final class UnreadShape extends WrittenShape<GradedValue> {

        private final Key<String> file = key("file", TEXT).says("The file, behind the name of its folder.");
        private final Key<Integer> line = key("line", PLACE);
        private final Key<Integer> column = key("column", PLACE).says("In characters.");
        private final Key<String> what = key("what", TEXT).says("What the value is, such as ga-bed-occupancy: cut 92.");
        private final Key<Assurance> assurance = key(
                "assurance",
                word(
                        new Assurance[] {Assurance.CORROBORATED, Assurance.UNVERIFIED, Assurance.ASSUMED},
                        Assurance::toString));
        private final Key<String> document = key("document", TEXT).says("The document to look it up in.");
        private final Key<String> place = key("place", TEXT).says("The place in the document.");

        UnreadShape() {
            super("unread");
        }

        @Override
        protected void take(GradedValue value, Out out) {
            out.put(file, value.file())
                    .put(line, value.line())
                    .put(column, value.column())
                    .put(what, value.what())
                    .put(assurance, value.assurance())
                    .put(document, value.source().document())
                    .put(place, value.source().place());
        }
    }

    /** More of a framework than where it is only named. */
    private static final class ReadShape extends WrittenShape<Framework> {

        private final Key<FrameworkId> id = key("id", FRAMEWORK);
        private final Key<String> version =
                key("version", FrameworkShape.VERSION).says("The version of its content.");
        private final Key<String> title = key("title", SAID).says("What people call it.");
        private final Key<Framework.Status> status = key(
                        "status", word(Framework.Status.values(), Framework.Status::toString))
                .says("Whether it may score without being asked to.");
        private final Key<LocalDate> from = key("from", DATE).says("The first day on which it is in force, in London.");
        private final Key<LocalDate> until = key("until", DATE)
                .optional()
                .says("The first day on which it no longer is; left out while no end is known.");
        private final Key<List<ProviderType>> providerTypes = key(
                        "providerTypes", ListForm.of(word(ProviderType.values(), ProviderType::id)))
                .says("Whom it scores.");
        private final Key<Map<ProviderType, BigDecimal>> pillars = key(
                        "pillars",
                        KeyedShape.any(
                                "pillars",
                                ProviderType.class,
                                ProviderType::id,
                                Scalar.exact("number, as a text", "0.5", FormCode.BAD_NUMBER, BigDecimal::new)
                                        .printed(BigDecimal::toPlainString)
                                        .matching("^[0-9]+(\\.[0-9]+)?$")))
                .optional()
                .says(
                        "The provider types that count in an ICS, each with its weight; left out where the framework says nothing of tiers.");
        private final Key<String> digest = key("digest", DIGEST).says("The SHA-256 digest of its rule files.");
        private final Key<List<String>> knownIssues = key("knownIssues", ListForm.of(SAID))
                .optional()
                .says("What is known to be open or in conflict about it; left out where nothing is.");
        private final Key<Overlay> overlay = key("overlay", OverlayShape.OVERLAY)
                .optional()
                .says("What makes the framework a local one. Without it, it is none.");

        ReadShape() {
            super("framework");
            says("The framework that was read.");
        }

        @Override
        protected void take(Framework framework, Out out) {
            TierRules tiers = framework.tiers();
            out.put(id, framework.id())
                    .put(version, framework.version())
                    .put(title, framework.title())
                    .put(status, framework.status())
                    .put(from, framework.inForce().startInclusive())
                    .put(until, framework.inForce().endExclusive())
                    .put(providerTypes, List.copyOf(framework.tables().keySet()))
                    .put(pillars, tiers == null ? null : tiers.pillars())
                    .put(digest, framework.digest())
                    .put(knownIssues, framework.knownIssues())
                    .put(overlay, framework.overlay().orElse(null));
        }
    }
}
