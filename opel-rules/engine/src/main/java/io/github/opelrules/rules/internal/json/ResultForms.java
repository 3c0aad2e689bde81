package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.TEXT;

import io.github.opelrules.assess.Explanation;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.rules.internal.format.Form;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.ObjectForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Scalar;
import io.github.opelrules.rules.internal.format.Scalars;
import io.github.opelrules.rules.internal.format.Shape;
import java.util.List;
import java.util.Map;

/** The forms that results share. */
final class ResultForms {

    static final Form<ProviderType> PROVIDER_TYPE =
            Scalars.word(ProviderType.values(), ProviderType::id).called("providerType");
    static final Form<ReasonCode> REASON =
            Scalars.word(ReasonCode.values(), ReasonCode::name).called("reason");
    static final Form<Assurance> ASSURANCE = SourceShape.ASSURANCE;

    /** Whole points. They stand as text, so that no reader turns them into a binary fraction. */
    static final Form<Integer> POINTS = Scalar.exact(
                    "whole points, as a text", "24", FormCode.BAD_NUMBER, ResultForms::points)
            .matching("^(0|[1-9][0-9]{0,8})$")
            .called("points");

    static final Form<PointsRange> RANGE = new RangeShape();
    static final Form<Rule> RULE = new RuleShape();
    static final Form<Explanation> EXPLANATION = new ExplanationShape();

    private ResultForms() {}

    private static Integer points(String text) {
        if (!text.matches("0|[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("\"" + text + "\" is no number of whole points, such as \"24\"");
        }
        return Integer.valueOf(text);
    }

    private static final class RangeShape extends Shape<PointsRange> {

        private final Key<Integer> min = key("min", POINTS);
        private final Key<Integer> max = key("max", POINTS);

        RangeShape() {
            super("pointsRange");
            says("The fewest and the most points. The two are equal where they are known exactly.");
        }

        @Override
        protected PointsRange make(In in) {
            return new PointsRange(in.get(min), in.get(max));
        }

        @Override
        protected void take(PointsRange range, Out out) {
            out.put(min, range.min()).put(max, range.max());
        }
    }

    private static final class RuleShape extends Shape<Rule> {

        private final Key<String> name = key("name", TEXT);
        private final Key<String> citation = key("citation", TEXT);

        RuleShape() {
            super("rule");
            says("A rule of the method that was applied.");
        }

        @Override
        protected Rule make(In in) {
            return new Rule(in.get(name), in.get(citation));
        }

        @Override
        protected void take(Rule rule, Out out) {
            out.put(name, rule.name()).put(citation, rule.citation());
        }
    }

    private static final class ExplanationShape extends Shape<Explanation> {

        private final Key<ReasonCode> code = key("code", REASON).says("What kind of statement it is.");
        private final Key<String> sentence = key("sentence", TEXT).says("The statement for people. It stands alone.");
        private final Key<Map<String, String>> data = key("data", ObjectForm.of("any key", TEXT))
                .says("The same for programs: stable keys and exact values, all as text.");
        private final Key<List<Explanation>> parts = reasons();

        ExplanationShape() {
            super("explanation");
            says("A statement and, as its parts, the statements that give its reasons.");
        }

        @SuppressWarnings("this-escape") // A list only keeps the form of its entries.
        private Key<List<Explanation>> reasons() {
            return key("parts", ListForm.of(this).orEmpty()).like("[]");
        }

        @Override
        protected Explanation make(In in) {
            return new Explanation(in.get(code), in.get(sentence), in.get(data), in.get(parts));
        }

        @Override
        protected void take(Explanation explanation, Out out) {
            out.put(code, explanation.code())
                    .put(sentence, explanation.sentence())
                    .put(data, explanation.data())
                    .put(parts, explanation.parts());
        }
    }
}
