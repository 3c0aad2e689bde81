package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each public type and method of the API says in a sentence what it is. */
class JavadocTest {

    @ParameterizedTest
    @ValueSource(strings = {"opel-core", "opel-rules/engine", "opel-rules/testkit"})
    void every_public_type_and_method_has_a_first_sentence(String module) throws IOException {
        Path sources = Path.of("..", "..", module, "src", "main", "java");
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("internal"))
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(
                null,
                null,
                null,
                List.of("-proc:none"),
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(files));
        Silent silent = new Silent(DocTrees.instance(task));
        for (CompilationUnitTree file : task.parse()) {
            silent.scan(new TreePath(file), null);
        }

        assertThat(silent.seen).isGreaterThan(100);
        assertThat(silent.found).isEmpty();
    }

    /** Finds what has no sentence. */
    private static final class Silent extends TreePathScanner<Void, Void> {

        private final DocTrees docs;
        private final List<String> found = new ArrayList<>();
        private int seen;

        Silent(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (!isSeen(type.getModifiers())) {
                return null;
            }
            look(type.getSimpleName().toString());
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            // A compact constructor is told from others by the parser alone: it has the record's own words.
            boolean told = method.getModifiers().getAnnotations().stream()
                            .map(AnnotationTree::getAnnotationType)
                            .anyMatch(annotation -> annotation.toString().equals("Override"))
                    || isOfRecord(method);
            if (isSeen(method.getModifiers()) && !told) {
                look(method.getName() + "(" + method.getParameters() + ")");
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree field, Void none) {
            return null;
        }

        private void look(String what) {
            seen++;
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment == null || comment.getFirstSentence().isEmpty()) {
                CompilationUnitTree file = getCurrentPath().getCompilationUnit();
                long at = docs.getSourcePositions()
                        .getStartPosition(file, getCurrentPath().getLeaf());
                found.add(Path.of(file.getSourceFile().toUri()).getFileName() + ":"
                        + file.getLineMap().getLineNumber(at) + " " + what);
            }
        }

        /** A record's own constructor and its accessors, which its {@code @param} tags tell of. */
        private boolean isOfRecord(MethodTree method) {
            ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            if (owner.getKind() != Tree.Kind.RECORD) {
                return false;
            }
            List<String> components = owner.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .map(field -> field.getName().toString())
                    .toList();
            return method.getReturnType() == null
                            && method.getParameters().stream()
                                    .map(parameter -> parameter.getName().toString())
                                    .toList()
                                    .equals(components)
                    || method.getParameters().isEmpty()
                            && components.contains(method.getName().toString());
        }

        private boolean isSeen(ModifiersTree modifiers) {
            Tree owner = getCurrentPath().getParentPath().getLeaf();
            Set<Modifier> flags = modifiers.getFlags();
            return flags.contains(Modifier.PUBLIC)
                    || flags.contains(Modifier.PROTECTED)
                    || owner.getKind() == Tree.Kind.INTERFACE && !flags.contains(Modifier.PRIVATE);
        }
    }
}
