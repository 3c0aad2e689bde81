/** Small programs to copy from, one idea each. */
@NullMarked
package io.github.opelrules.examples;

import org.jspecify.annotations.NullMarked;
