/**
 * Holds the manifests to the API's own types, to each other, and to good practice. They are tested as kustomize renders them,
 * since that is what a cluster is given.
 */
@NullMarked
package io.figcast.kubernetes;

import org.jspecify.annotations.NullMarked;
