package io.figcast.compute.slice.computation;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets some tasks be under way at once, and others wait for their turn. On the loop of the computations. */
final class Turns {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Turns(int atOnce) {
        this.free = atOnce;
    }

    /** Whoever takes a turn gives it back once. */
    void take(Runnable task) {
        if (free == 0) {
            waiting.add(task);
        } else {
            free--;
            task.run();
        }
    }

    void giveBack() {
        Runnable next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.run();
        }
    }
}
