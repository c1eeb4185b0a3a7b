/**
 * Packed files as archives keep them: gzip (RFC 1952), bzip2, xz, zstd (RFC 8878), by their first
 * octets.
 *
 * <p>In: a file as a stream, whatever it is called.
 *
 * <p>Out: what is in it, as a stream; damage with its place in the packed file.
 *
 * <p>Called by: the readers of MRT.
 *
 * <p>Never: reads ahead without bound; gives a block whose check sum is wrong; holds back what came
 * before damage.
 */
@NullMarked
package tenbin.wire.packed;

import org.jspecify.annotations.NullMarked;
