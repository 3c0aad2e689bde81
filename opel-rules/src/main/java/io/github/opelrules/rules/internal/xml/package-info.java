/** Writes XML that other tools read. */
@NullMarked
package io.github.opelrules.rules.internal.xml;

import org.jspecify.annotations.NullMarked;
