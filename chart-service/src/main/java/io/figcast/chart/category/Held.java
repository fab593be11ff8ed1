package io.figcast.chart.category;

import org.jspecify.annotations.Nullable;

/**
 * The answer that is held of a category.
 *
 * @param answer what can be shown
 * @param slice the slice id
 * @param version the version of the slice
 * @param edition of the dataset for which it was computed and drawn
 * @param freshness how long it is good
 * @param bytes about how much memory it takes
 * @param current false once a signal has cast doubt on it: it is looked up again before it is shown
 */
public record Held<A>(A answer, String slice, String version, String edition, Freshness freshness, long bytes,
        boolean current) {

    public boolean isGood(String newestEdition, long nowNanos) {
        return current && edition.equals(newestEdition) && freshness.at(nowNanos) != Freshness.Age.EXPIRED;
    }

    /** What is left of it after a signal: the same, a doubted one, or none. */
    @Nullable
    public Held<A> after(Signal signal) {
        if (signal.slice() != null && !signal.slice().equals(slice)) {
            return doubted();
        }
        String readable = signal.readableVersion();
        if (readable != null) {
            return readable.equals(version) ? confirmed() : doubted();
        }
        return signal.error() != null && signal.error().isOfTheStore() ? doubted() : null;
    }

    public Held<A> doubted() {
        return current ? new Held<>(answer, slice, version, edition, freshness, bytes, false) : this;
    }

    public Held<A> confirmed() {
        return current ? this : new Held<>(answer, slice, version, edition, freshness, bytes, true);
    }

    public Held<A> weighing(long newBytes) {
        return new Held<>(answer, slice, version, edition, freshness, newBytes, current);
    }
}
