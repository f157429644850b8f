package org.dragoman.article;

/**
 * One kind of clutter: drops from the page the blocks it knows. Rules run in a fixed order, and a
 * block dropped once stays dropped. Stateless.
 */
@FunctionalInterface
interface Rule {
    void apply(Page page);
}
