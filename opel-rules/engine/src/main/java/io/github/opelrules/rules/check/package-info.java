/** What is wrong with rule files, and where: findings for people and for tools. */
@NullMarked
package io.github.opelrules.rules.check;

import org.jspecify.annotations.NullMarked;
