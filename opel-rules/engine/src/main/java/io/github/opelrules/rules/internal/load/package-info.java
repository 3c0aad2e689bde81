/**
 * Reads a folder of rule files into a {@link io.github.opelrules.framework.Framework}, or lists everything that is wrong
 * with them.
 *
 * <p>{@link io.github.opelrules.rules.internal.format.YamlReader} turns a file into nodes that know their places, the readers of
 * {@code framework.yaml}, of an overlay, of tables and of protocols turn nodes into values of the domain, and
 * {@link io.github.opelrules.rules.internal.load.FrameworkLoader} does it for a whole folder. Rule files are data: no tag of
 * theirs makes an object, and nothing outside their folder is read.
 */
@NullMarked
package io.github.opelrules.rules.internal.load;

import org.jspecify.annotations.NullMarked;
