package org.dragoman.model;

/**
 * One progress for bytes that are first fetched and then gone through twice, as {@link TwoPasses}
 * tells. Thread-safe.
 */
final class ThreePasses {
    private final String name;
    private final Progress progress;
    private long fetched;

    ThreePasses(String name, Progress progress) {
        this.name = name;
        this.progress = progress;
    }

    /** Hears how much is fetched. */
    Progress first() {
        return (model, done, total) -> {
            synchronized (this) {
                fetched = total;
                progress.update(name, done, 3 * total);
            }
        };
    }

    /** Hears how much is gone through of what was fetched. */
    Progress others() {
        return (model, done, total) -> {
            synchronized (this) {
                // Of what was fetched not all is gone through: a README is left.
                long gone = total == 0 ? 0 : (long) (2.0 * fetched * done / total);
                progress.update(name, fetched + gone, 3 * fetched);
            }
        };
    }
}
