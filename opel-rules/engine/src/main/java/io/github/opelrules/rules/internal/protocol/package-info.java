/**
 * Escalation protocols as sentences: the dictionary, what fills its sentences, the Drools rules that they become, and the
 * facts that those rules speak of.
 */
@NullMarked
package io.github.opelrules.rules.internal.protocol;

import org.jspecify.annotations.NullMarked;
