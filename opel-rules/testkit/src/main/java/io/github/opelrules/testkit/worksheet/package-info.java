/**
 * Rules as a spreadsheet: written so that a table can be entered as a document prints it, and read back into rule files. Whatever cannot
 * be understood is answered by its cell.
 */
@NullMarked
package io.github.opelrules.testkit.worksheet;

import org.jspecify.annotations.NullMarked;
