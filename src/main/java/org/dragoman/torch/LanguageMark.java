package org.dragoman.torch;

/**
 * What marks a language in a vocabulary.
 *
 * @param item its text: {@code >>por<<}, {@code por_Latn}
 * @param id its id
 */
record LanguageMark(String item, int id) {}
