package io.github.opelrules.benchmarks.peers;

import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.PlainJavaScorer;

/**
 * OPEL 2023/24 for acute providers in one engine. Its readings are exact or missing; it gives what {@link PlainJavaScorer}
 * gives, every reason included. It works each answer out anew.
 */
@FunctionalInterface
interface Peer {

    PlainJavaScorer.Result score(SituationReport report);
}
