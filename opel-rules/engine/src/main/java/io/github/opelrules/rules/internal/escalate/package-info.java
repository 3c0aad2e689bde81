/** Escalation protocols: the facts that their rules speak of, and the step from one state to the next. */
@NullMarked
package io.github.opelrules.rules.internal.escalate;

import org.jspecify.annotations.NullMarked;
