/** Digests that name exactly what they are of. */
@NullMarked
package io.github.opelrules.rules.internal.digest;

import org.jspecify.annotations.NullMarked;
