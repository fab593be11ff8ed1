package io.figcast.compute.catalogue;

/** The source has been asked after the request arrived, and has no such category. */
public class UnknownCategoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownCategoryException(String dataset) {
        super("dataset " + dataset + " has no such category");
    }
}
