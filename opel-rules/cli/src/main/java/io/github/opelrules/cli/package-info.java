/**
 * The command line: {@code opel score} and {@code opel explain} for those who score reports, the others for those who write
 * rules.
 *
 * <p>Each verb is one {@code Subcommand}; nothing here knows how a report is read or scored, or a rule file checked.
 */
@NullMarked
package io.github.opelrules.cli;

import org.jspecify.annotations.NullMarked;
