/** Decision records: what was decided from what and by which rules, and whether it comes out the same when computed again. */
@NullMarked
package io.github.opelrules.rules.record;

import org.jspecify.annotations.NullMarked;
