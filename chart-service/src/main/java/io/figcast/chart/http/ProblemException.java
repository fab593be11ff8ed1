package io.figcast.chart.http;

import io.figcast.chart.wire.Problem;

/** Ends a call with a problem. */
class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
