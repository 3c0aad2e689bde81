package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The Drools rules of a framework's protocol, ready to run. */
public final class ProtocolRules {

    /** The frameworks whose protocols were compiled when this library was built. */
    private static final List<String> BUILT = List.of("nhse-opel-2023-24", "nhse-opel-2024-26");

    /** The last part of the package of rules that are compiled at run time. */
    private static final String LOCAL = "local";

    private ProtocolRules() {}

    /**
     * The rules of a framework's protocol; empty where it has none. If they are those of a framework that this library
     * ships, they were compiled when it was built. Others are compiled now, which takes about a second and needs
     * {@code org.drools:drools-engine} on the class path.
     *
     * @throws IllegalStateException if they have to be compiled and that is not there, saying how to add it
     */
    public static Optional<CompiledRules> of(Framework framework) {
        List<ProtocolRule> rules = framework.protocolRules();
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        for (String id : BUILT) {
            String name = packageOf(FrameworkId.of(id));
            if (withoutCitations(ProtocolDrl.of(rules, name)).equals(withoutCitations(built(name)))) {
                return Optional.of(CompiledRules.of(ProtocolDrl.packageName(name)));
            }
        }
        return Optional.of(compile(rules, "The protocol of " + framework));
    }

    /**
     * Compiles rules now, among them rules with one id, of which {@link CompiledRules#only} chooses.
     *
     * @param what what they are, for the beginning of a sentence
     * @throws IllegalStateException if the compiler is not on the class path, saying how to add it
     */
    public static CompiledRules compile(List<ProtocolRule> rules, String what) {
        return CompiledRules.compile(ProtocolDrl.of(rules, LOCAL), what);
    }

    /** The Drools rules of a framework's protocol, to be read; empty where it has none. */
    public static Optional<String> drl(Framework framework) {
        List<ProtocolRule> rules = framework.protocolRules();
        return rules.isEmpty() ? Optional.empty() : Optional.of(ProtocolDrl.of(rules, packageOf(framework.id())));
    }

    /** The last part of the package of a framework's rules. */
    static String packageOf(FrameworkId id) {
        return id.value().replace('-', '_');
    }

    /** What rules do, which is the same however they are cited: a citation is read from the framework, not from here. */
    private static List<String> withoutCitations(String drl) {
        return drl.lines()
                .filter(line -> !line.startsWith(ProtocolDrl.CITATION))
                .toList();
    }

    /** The file that rules were compiled from when this library was built. */
    static String file(String packageName) {
        return packageName + "/protocol.drl";
    }

    private static String built(String packageName) {
        try (InputStream in = ProtocolRules.class.getResourceAsStream(file(packageName))) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
