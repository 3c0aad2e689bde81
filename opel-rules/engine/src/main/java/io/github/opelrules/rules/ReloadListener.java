package io.github.opelrules.rules;

import io.github.opelrules.framework.FrameworkSet;

/**
 * Is told what became of each {@linkplain ReloadableEngine#reload() reload}, for a log, a metric or a cache of the host.
 *
 * <p>It is called in the thread that reloads, after the reload is over, so it sees the engine as it is then; reloads wait for it, and
 * scoring does not. What it throws is logged and disturbs neither the reload nor its caller.
 */
public interface ReloadListener {

    /**
     * The rules were read and are in force, whether or not they differ from those before.
     *
     * @param frameworks the frameworks that are in force now
     */
    void reloaded(FrameworkSet frameworks);

    /**
     * Nothing has changed: the rules before are still in force.
     *
     * @param reason what {@link ReloadableEngine#reload()} throws after this
     * @param frameworks the frameworks that are still in force
     */
    void failed(RuntimeException reason, FrameworkSet frameworks);
}
