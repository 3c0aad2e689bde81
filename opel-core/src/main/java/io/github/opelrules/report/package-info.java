/**
 * What a provider reported at one instant: a {@link io.github.opelrules.report.SituationReport} and its readings.
 *
 * <p>A reading that is not there is {@linkplain io.github.opelrules.report.Reading.Missing missing for a stated reason};
 * it is never a zero and never the best band. Reports can be amended: a
 * {@link io.github.opelrules.report.ReportHistory} says which version was known when.
 */
@NullMarked
package io.github.opelrules.report;

import org.jspecify.annotations.NullMarked;
