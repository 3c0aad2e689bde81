/** Who read what in the document, in one place, each bound by a sum to the numbers as they stood. */
@NullMarked
package io.github.opelrules.rules.internal.signoff;

import org.jspecify.annotations.NullMarked;
