package io.github.opelrules.testkit.junit;

import io.github.opelrules.OpelEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;

/** Engines that do one thing wrong. */
final class Engines {

    private Engines() {}

    /** An engine of which one method answers something else. */
    static OpelEngine changed(OpelEngine engine, String method, UnaryOperator<Object> answer) {
        return (OpelEngine) Proxy.newProxyInstance(
                OpelEngine.class.getClassLoader(), new Class<?>[] {OpelEngine.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer.apply(arguments[0]);
                    }
                    try {
                        Object result = called.invoke(engine, arguments);
                        return result instanceof OpelEngine pinned ? changed(pinned, method, answer) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
