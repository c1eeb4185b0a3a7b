package tenbin.spine.ledger.tree;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFC 9162 section 2.1 word by word over lists of leaves, without a line of the product's code. */
final class NaiveTree {
  private NaiveTree() {}

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The content of a leaf that is told from all others. */
  static byte[] content(long index) {
    return ByteBuffer.allocate(8).putLong(index).array();
  }

  static List<byte[]> contents(int size) {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(content(i));
    }
    return all;
  }

  /** MTH(D[n]). */
  static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return sha256();
    }
    if (leaves.size() == 1) {
      return sha256(new byte[] {0}, leaves.getFirst());
    }
    int k = split(leaves.size());
    return sha256(
        new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  /** PATH(m, D[n]). */
  static List<byte[]> path(int m, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int k = split(leaves.size());
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    return m < k ? with(path(m, left), root(right)) : with(path(m - k, right), root(left));
  }

  /** PROOF(m, D[n]). */
  static List<byte[]> proof(int m, List<byte[]> leaves) {
    return subproof(m, leaves, true);
  }

  private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean b) {
    int n = leaves.size();
    if (m == n) {
      return b ? List.of() : List.of(root(leaves));
    }
    int k = split(n);
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, n);
    return m <= k
        ? with(subproof(m, left, b), root(right))
        : with(subproof(m - k, right, false), root(left));
  }

  private static List<byte[]> with(List<byte[]> path, byte[] last) {
    List<byte[]> longer = new ArrayList<>(path);
    longer.add(last);
    return longer;
  }

  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  /** The product's nodes, each worked out from the leaves below it. */
  static Nodes nodes() {
    Map<String, Hash> known = new HashMap<>();
    return (level, index) ->
        known.computeIfAbsent(
            level + " " + index,
            key ->
                Hash.of(
                    root(
                        contents((int) ((index + 1) << level))
                            .subList((int) (index << level), (int) ((index + 1) << level)))));
  }

  static List<Hash> hashes(List<byte[]> all) {
    return all.stream().map(Hash::of).toList();
  }
}
