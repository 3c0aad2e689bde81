/** The files that say something of a system: who belongs to whom, who staffs its centres, what was declared and adopted. */
@NullMarked
package io.github.opelrules.rules.internal.system;

import org.jspecify.annotations.NullMarked;
