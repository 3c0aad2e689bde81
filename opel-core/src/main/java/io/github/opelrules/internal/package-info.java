/** Shared inside this project; not API, and free to change in any release. */
@NullMarked
package io.github.opelrules.internal;

import org.jspecify.annotations.NullMarked;
