package org.dragoman.model;

/**
 * How much of its work a model does in one crossing: nobody can leave or pass in between, so it is
 * no more than takes a moment. How fast the model is shows as it goes. For one thread.
 */
public final class Pace {
    /** So long at most a crossing should be, in nanoseconds. */
    public static final long LONGEST_NANOS = 25_000_000;

    private double most;

    /** A pace that begins with so much work, of any unit. */
    public Pace(double first) {
        this.most = first;
    }

    /** So much work at most in the next crossing. */
    public double most() {
        return most;
    }

    /** How long a crossing took, in nanoseconds, for so much work. */
    public void took(double work, long nanos) {
        most = work * LONGEST_NANOS / Math.max(1, nanos);
    }
}
