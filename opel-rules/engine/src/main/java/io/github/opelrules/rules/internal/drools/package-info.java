/** Drools rules that were compiled when this library was built: how they are loaded, and how a session of them is run. */
@NullMarked
package io.github.opelrules.rules.internal.drools;

import org.jspecify.annotations.NullMarked;
