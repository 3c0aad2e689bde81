package io.github.opelrules.rules.internal.table;

import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.Formats;
import io.github.opelrules.rules.internal.format.Grade;
import io.github.opelrules.rules.internal.format.Ledger;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the file of one provider type: how its points add up, its parameters, and its level cuts. */
public final class TableReader {

    private static final String FORMAT = "opel.table/1";
    private static final String TOTAL = "{ assurance: corroborated, source: { document: …, place: … } }";

    private final Findings findings;
    private final ParameterReader parameterReader;
    private final Ledger ledger;
    private final LevelReader levelReader;
    private @Nullable ProviderType providerType;
    private Place providerTypePlace = Place.START;

    public TableReader(Findings findings) {
        this.findings = findings;
        this.parameterReader = new ParameterReader(findings);
        this.ledger = new Ledger(findings);
        this.levelReader = new LevelReader(findings, ledger, LevelReader.PROVIDER_CUT);
    }

    /** The graded values of the file, once it is read. */
    public List<GradedValue> values() {
        List<GradedValue> values = new ArrayList<>(parameterReader.values());
        values.addAll(ledger.values());
        return values;
    }

    /** The provider type that the file declares, once it is read and where that could be. */
    public @Nullable ProviderType providerType() {
        return providerType;
    }

    /** Where the file declares it. */
    public Place providerTypePlace() {
        return providerTypePlace;
    }

    /** The table, or null where it cannot be used, and then the findings say why. */
    public @Nullable ScoringTable read(Node root) {
        Fields fields = Formats.fields(
                root,
                "the table",
                FORMAT,
                findings,
                List.of("format", "providerType", "total", "parameters", "levels"));
        if (fields == null) {
            return null;
        }
        ProviderType type = fields.word("providerType", ProviderType.values());
        providerType = type;
        providerTypePlace = fields.placeOf("providerType");
        Citation total = total(fields);
        List<Parameter> parameters =
                parameterReader.read(fields.fewEntries("parameters", "[{ id: ga-bed-occupancy, … }]"));
        LevelTable levels = levelReader.read(fields);
        if (type == null || total == null || levels == null || findings.errors() > 0) {
            return null;
        }
        levelReader.checkReach(levels, parameters);
        return findings.errors() > 0 ? null : new ScoringTable(type, parameters, total, levels);
    }

    private @Nullable Citation total(Fields fields) {
        Fields total = fields.fields("total", TOTAL, List.of("assurance", "source"));
        if (total == null) {
            return null;
        }
        Grade grade = total.grade();
        Source source = total.source();
        if (grade == null || source == null) {
            return null;
        }
        ledger.enter("sum of the points", total.place(), grade, source);
        return new Citation(source, grade.assurance());
    }
}
