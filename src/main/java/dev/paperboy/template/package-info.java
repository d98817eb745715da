/**
 * What the operator writes of a mail: its templates, its sentences in their language, its look.
 *
 * <p>{@link dev.paperboy.template.Templates} fills a template in and hands it {@link
 * dev.paperboy.template.Texts} and {@link dev.paperboy.template.Look}. Each file is taken from the
 * operator's folder, or from the program where the folder has none of that name. What is wrong in a
 * file is one {@link dev.paperboy.template.BrokenTemplate} with every problem in words. Knows
 * neither papers nor readers.
 */
@NullMarked
package dev.paperboy.template;

import org.jspecify.annotations.NullMarked;
