package io.github.opelrules.rules.internal.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Drools rules that a test compiles. Nothing but tests compiles any at run time. */
public final class CompiledDrl {

    private CompiledDrl() {}

    /** The rules of a package, compiled. */
    public static CompiledRules of(String drl) {
        KieServices services = KieServices.get();
        ReleaseId release =
                services.newReleaseId("test", "rules", UUID.randomUUID().toString());
        KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
        files.write("src/main/resources/rules.drl", services.getResources().newReaderResource(new StringReader(drl)));
        try {
            ClassLoader facts = CompiledDrl.class.getClassLoader();
            KieBuilder builder = services.newKieBuilder(files, facts).buildAll(ExecutableModelProject.class);
            assertThat(builder.getResults().getMessages(Message.Level.ERROR))
                    .as(drl)
                    .isEmpty();
            return CompiledRules.over(services.newKieContainer(release, facts).getKieBase());
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }
}
