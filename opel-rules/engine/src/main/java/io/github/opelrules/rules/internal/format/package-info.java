/** How texts become values, and values texts: YAML and JSON with the place of each value, and what is wrong with it. */
@NullMarked
package io.github.opelrules.rules.internal.format;

import org.jspecify.annotations.NullMarked;
