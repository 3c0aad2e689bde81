package io.github.opelrules.framework;

/** No framework applies: none was in force for that provider type at that time, or none has the id asked for. */
public final class NoFrameworkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception with its message.
     *
     * @param message what was asked for, what there is, and how to go on
     */
    public NoFrameworkException(String message) {
        super(message);
    }
}
