/** What another framework, or another version of one, would have made of reports that are there already. */
@NullMarked
package io.github.opelrules.testkit.replay;

import org.jspecify.annotations.NullMarked;
