/** Where rule files come from: a folder, a zip, the class path, names to bytes. Nothing outside of it is read. */
@NullMarked
package io.github.opelrules.rules.internal.source;

import org.jspecify.annotations.NullMarked;
