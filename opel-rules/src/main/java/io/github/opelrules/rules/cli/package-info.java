/**
 * The command line: {@code opel score}, {@code opel explain}.
 *
 * <p>Each verb is one {@code Subcommand}; nothing here knows how a report is read or scored.
 */
@NullMarked
package io.github.opelrules.rules.cli;

import org.jspecify.annotations.NullMarked;
