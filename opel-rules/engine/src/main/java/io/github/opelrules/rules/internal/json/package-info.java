/** Reports and assessments as JSON: the strict reader and the writers behind {@link io.github.opelrules.rules.OpelJson}. */
@NullMarked
package io.github.opelrules.rules.internal.json;

import org.jspecify.annotations.NullMarked;
