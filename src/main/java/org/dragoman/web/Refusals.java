package org.dragoman.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the fields of a request, gathered so that the caller hears of all at once.
 * Fields of the contract this version does not act on are refused too: to ignore them would lie.
 * For one request, one thread.
 */
public final class Refusals {
    private final List<InvalidField> errors = new ArrayList<>();

    /** Refuses a field, named by its JSON pointer, for a reason that holds nothing of its text. */
    public void add(String pointer, String detail) {
        errors.add(new InvalidField(pointer, detail));
    }

    /** Refuses a field that is there; an empty list asks for nothing and passes. */
    public void later(String pointer, @Nullable Object value) {
        later(pointer, value != null && !(value instanceof Collection<?> list && list.isEmpty()));
    }

    /** Refuses a field whose value asks for what is not supported yet. */
    public void later(String pointer, boolean asked) {
        if (asked) {
            add(pointer, "This is not supported yet.");
        }
    }

    /** The text of an article, which no other form of it can stand for yet; empty when refused. */
    public String article(@Nullable String text, @Nullable String html, @Nullable String url) {
        later("/html", html);
        later("/url", url);
        if (text == null) {
            add("/text", "The text of the article is needed.");
        }
        return Objects.requireNonNullElse(text, "");
    }

    /** The values of a list; refuses a list that is absent or empty, and nulls in it. */
    public <T> List<T> atLeastOne(@Nullable List<? extends @Nullable T> values, String pointer) {
        if (values == null || values.isEmpty()) {
            add(pointer, "At least one is needed.");
            return List.of();
        }
        return each(values, pointer);
    }

    /** The values of a list; refuses nulls in it. */
    public <T> List<T> each(List<? extends @Nullable T> values, String pointer) {
        List<T> present = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            if (value == null) {
                add(pointer + "/" + i, "A value is needed here.");
            } else {
                present.add(value);
            }
        }
        return present;
    }

    /** Refuses a language that stands in the list before. */
    public void twice(List<?> languages, String pointer) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < languages.size(); i++) {
            if (!seen.add(Objects.requireNonNullElse(languages.get(i), i))) {
                add(pointer + "/" + i, "This language is asked for twice.");
            }
        }
    }

    /**
     * Ends the gathering.
     *
     * @throws DragomanException invalid-field, naming every field that was refused
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw DragomanException.invalidFields(errors);
        }
    }
}
