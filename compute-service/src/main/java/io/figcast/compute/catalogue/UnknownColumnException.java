package io.figcast.compute.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.source.Messages;

/** The source has been asked after the request arrived, and does not let these columns be drawn. */
public class UnknownColumnException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NAMES = 20;

    private UnknownColumnException(String message) {
        super(message);
    }

    static UnknownColumnException of(Catalogue catalogue, @Nullable String x, @Nullable String y) {
        String dataset = "dataset " + catalogue.dataset();
        if (catalogue.axes().isEmpty()) {
            return new UnknownColumnException("the columns of " + dataset + " are not known as yet, so that x and y must be"
                    + " named together");
        }
        boolean wrongX = !catalogue.allows(x, null);
        List<String> names = catalogue.axes().get().names();
        return new UnknownColumnException(
                Messages.bounded((wrongX ? "x is " : "y is ") + Messages.quoted(String.valueOf(wrongX ? x : y))
                        + ", which " + dataset + " does not allow; it allows "
                        + Messages.some(names, NAMES, "no other columns than its own" + catalogue.axes().get().own()
                                .map(own -> ": x " + Messages.quoted(own.x()) + ", y " + Messages.quoted(own.y()))
                                .orElse(""))));
    }
}
