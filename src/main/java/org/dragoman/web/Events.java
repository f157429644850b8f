package org.dragoman.web;

/**
 * Hears of the parts of an answer as they become final. Called on the threads that work for the
 * call, one at a time; what it does must be short. Where nobody listens nothing is lost: the whole
 * answer comes at the end.
 */
@FunctionalInterface
public interface Events {
    /** Nobody listens. */
    Events NONE = (name, data) -> {};

    /**
     * Something is final.
     *
     * @param name of the event, as the contract has it
     * @param data becomes one JSON object
     */
    void tell(String name, Object data);

    /**
     * How far a stage is.
     *
     * @param stage what is being done: translation
     * @param done 0 to {@code total}, never falling
     */
    record Progress(String stage, int done, int total) {}
}
