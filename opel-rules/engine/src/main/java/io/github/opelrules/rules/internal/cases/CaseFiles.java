package io.github.opelrules.rules.internal.cases;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Inspection;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The worked examples of a framework: the files in the folder {@code cases} beside its rules.
 *
 * @param cases those that can be used
 * @param findings what is wrong with the others
 */
public record CaseFiles(List<Case> cases, List<Finding> findings) {

    public CaseFiles {
        cases = List.copyOf(cases);
        findings = List.copyOf(findings);
    }

    /** Reads all of them. */
    public static CaseFiles of(FrameworkFolder folder, Framework framework) {
        List<Case> cases = new ArrayList<>();
        List<Finding> all = new ArrayList<>();
        Inspection inspection = new Inspection(LocalDate.MIN);
        Findings ofFolder = new Findings(folder.name() + "/cases");
        try {
            for (String file : FrameworkLoader.few(folder.cases(), ofFolder)) {
                Findings findings = new Findings(folder.name() + "/" + file, inspection);
                try {
                    Optional<byte[]> bytes = folder.read(file);
                    Node root = bytes.isEmpty() ? null : FrameworkLoader.parse(bytes.get(), findings);
                    if (root != null) {
                        cases.addAll(new CasesReader(folder, framework, findings).read(root));
                    }
                } finally {
                    all.addAll(findings.inOrder());
                }
            }
        } catch (Inspection.EnoughException e) {
            all.add(Inspection.ended(all));
        } catch (IOException e) {
            ofFolder.add(
                    FormCode.FILE_UNREADABLE,
                    Place.START,
                    "The cases cannot be read: " + e.getMessage() + ". Check the folder and who may read it.");
        }
        all.addAll(ofFolder.inOrder());
        return new CaseFiles(cases, all);
    }
}
