package io.github.opelrules.rules.internal.drools;

/** Rules would have to be compiled, and the compiler is not on the class path. */
public final class NoCompilerException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NoCompilerException(String message, Throwable cause) {
        super(message, cause);
    }
}
