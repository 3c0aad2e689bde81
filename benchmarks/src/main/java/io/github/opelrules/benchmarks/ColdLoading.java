package io.github.opelrules.benchmarks;

import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;

/**
 * A process that starts as the command line does: the compiled rules load in one thread while rule files are read and checked in
 * another. What it takes longer with files than without is what they add to a cold start.
 */
public final class ColdLoading {

    private ColdLoading() {}

    /** @param ids the frameworks that are read */
    public static void main(String[] ids) throws InterruptedException {
        Thread rules = new Thread(DroolsEngine::prepare);
        rules.start();
        for (String id : ids) {
            FrameworkLoader.load(FrameworkFolder.bundled(id));
        }
        rules.join();
    }
}
