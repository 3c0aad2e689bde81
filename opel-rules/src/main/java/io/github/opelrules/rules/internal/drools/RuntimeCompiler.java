package io.github.opelrules.rules.internal.drools;

import java.io.StringReader;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles rules at run time, where a host has put {@code drools-engine} on the class path. */
final class RuntimeCompiler {

    /** The one class of that jar that has to be named, so that no other is needed to compile this one. */
    private static final String PROJECT_TYPE = "org.drools.model.codegen.ExecutableModelProject";

    private static final String FILE = "src/main/resources/rules.drl";

    private RuntimeCompiler() {}

    /**
     * @param what what the rules are, for the beginning of a sentence
     * @throws NoCompilerException if the compiler is not on the class path
     * @throws IllegalStateException if the rules cannot be compiled
     */
    static KieBase compile(String drl, String what) {
        Class<? extends KieBuilder.ProjectType> executableModel = executableModel(what);
        KieServices services = KieServices.get();
        // A name of its own, so that compilations at one time do not meet in the repository, where all modules go.
        ReleaseId release = services.newReleaseId(
                "io.github.opelrules", "local", UUID.randomUUID().toString());
        KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
        files.write(FILE, services.getResources().newReaderResource(new StringReader(drl)));
        try {
            ClassLoader facts = RuntimeCompiler.class.getClassLoader();
            KieBuilder builder = services.newKieBuilder(files, facts).buildAll(executableModel);
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new IllegalStateException(what + " cannot be compiled: "
                        + builder.getResults().getMessages(Message.Level.ERROR).stream()
                                .map(Message::getText)
                                .collect(Collectors.joining("; ")));
            }
            return services.newKieContainer(release, facts).getKieBase();
        } finally {
            // Else the repository would keep about ten of them.
            services.getRepository().removeKieModule(release);
        }
    }

    /** Whether the compiler is on the class path. */
    static boolean isThere() {
        return RuntimeCompiler.class.getClassLoader().getResource(PROJECT_TYPE.replace('.', '/') + ".class") != null;
    }

    private static Class<? extends KieBuilder.ProjectType> executableModel(String what) {
        try {
            return Class.forName(PROJECT_TYPE).asSubclass(KieBuilder.ProjectType.class);
        } catch (ClassNotFoundException e) {
            throw new NoCompilerException(
                    what
                            + " is not one that comes with this library, so its rules have to be compiled, and the compiler is"
                            + " not on the class path. Add org.drools:drools-engine to the dependencies, in the version"
                            + " of the other Drools jars; or take back what was changed in the folder \"protocol\".",
                    e);
        }
    }
}
