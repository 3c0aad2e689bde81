package io.github.opelrules.rules.internal.load;

import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Names the files of a folder that look like rules or cases and that nothing reads, so that none is lost by its name. */
final class UnreadFiles {

    private final FrameworkFolder folder;
    private final Function<String, Findings> findings;

    /**
     * @param folder the folder
     * @param findings where to say something of a file
     */
    UnreadFiles(FrameworkFolder folder, Function<String, Findings> findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /**
     * Names them.
     *
     * @param read the files that were read, but for the cases
     * @throws IOException if the folder cannot be read
     */
    void report(Set<String> read) throws IOException {
        Set<String> known = new HashSet<>(read);
        known.addAll(folder.cases());
        for (String file : folder.files()) {
            String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            boolean apart = name.startsWith(".") || name.endsWith(".md") || name.equals(FrameworkFolder.INDEX);
            if (!known.contains(file) && !apart) {
                report(file, name);
            }
        }
    }

    private void report(String file, String name) {
        String nothingReads = "Nothing reads this file. ";
        if (name.contains(".dsl") || file.startsWith(FrameworkFolder.PROTOCOL)) {
            findings.apply(file)
                    .add(
                            FormCode.FILE_NOT_READ,
                            Place.START,
                            nothingReads
                                    + "The rules of a protocol stand in the folder \"protocol\", in files whose names end"
                                    + " in \".dslr\", such as " + Words.quoted("protocol/" + stem(name) + ".dslr")
                                    + ". Give it such a name, or put it elsewhere.");
        } else if (file.startsWith(FrameworkFolder.CASES) && !name.endsWith(".csv")) {
            findings.apply(file)
                    .add(
                            FormCode.FILE_NOT_READ,
                            Place.START,
                            nothingReads
                                    + "Cases stand in the folder \"cases\", in files whose names end in \".yaml\", such as "
                                    + Words.quoted("cases/" + stem(name) + ".yaml")
                                    + ". Give it such a name, or put it elsewhere.");
        } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            findings.apply(file)
                    .warn(
                            FormCode.FILE_NOT_READ,
                            Place.START,
                            nothingReads + "The tables of a framework are named under \"tables\" in "
                                    + FrameworkLoader.MANIFEST + ", an overlay is " + FrameworkLoader.OVERLAY
                                    + ", and cases stand in the folder \"cases\". Name it where it belongs, or put it"
                                    + " elsewhere.");
        }
    }

    private static String stem(String name) {
        int point = name.indexOf('.');
        return point > 0 ? name.substring(0, point) : name;
    }
}
