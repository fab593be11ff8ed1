/**
 * What arrives: category requests, their strict decoding, and what becomes of records that cannot be accepted. Keys and
 * values are taken as bytes and no header is looked at, so that no record can stop the consumer or steer it elsewhere.
 */
@NullMarked
package io.figcast.compute.request;

import org.jspecify.annotations.NullMarked;
