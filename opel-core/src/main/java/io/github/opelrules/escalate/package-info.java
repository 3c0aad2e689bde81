/**
 * What must happen when levels move: who must do what by when, and who is called in if it is not done. A state and a step are
 * values; the host stores them, sends the events and says what time it is.
 */
@NullMarked
package io.github.opelrules.escalate;

import org.jspecify.annotations.NullMarked;
