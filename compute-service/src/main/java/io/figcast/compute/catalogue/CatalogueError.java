package io.figcast.compute.catalogue;

/**
 * Why a source could not list its categories.
 *
 * @param code always {@code SOURCE_FAILED} as yet
 * @param message for users; holds no credentials
 */
public record CatalogueError(String code, String message) {

    static CatalogueError sourceFailed(String message) {
        return new CatalogueError("SOURCE_FAILED", message);
    }
}
