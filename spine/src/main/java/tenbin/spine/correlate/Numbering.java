package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;

/** Small numbers for members and kinds, in the order in which they first came. One thread. */
final class Numbering {
  /** More kinds than all feeds together tell; those beyond count as the first. */
  static final int MOST_KINDS = 4_096;

  private final int mostMembers;
  private final Map<MemberId, Integer> memberNumbers = new HashMap<>();
  private final List<MemberId> members = new ArrayList<>();
  private final Map<Kind, Integer> kindNumbers = new HashMap<>();
  private final List<Kind> kinds = new ArrayList<>();
  private Kind lastKind = Kind.of(Rsit.UNDETERMINED);
  private int lastKindNumber;

  Numbering(int mostMembers) {
    this.mostMembers = mostMembers;
    add(lastKind);
  }

  /** The number of a member, -1 when there are too many. */
  int of(MemberId member) {
    Integer known = memberNumbers.get(member);
    if (known != null) {
      return known;
    }
    if (members.size() == mostMembers) {
      return -1;
    }
    memberNumbers.put(member, members.size());
    members.add(member);
    return members.size() - 1;
  }

  /**
   * The number of a kind; readers keep one instance per kind, so the last one is mostly the last
   * one.
   */
  int of(Kind kind) {
    if (!kind.equals(lastKind)) {
      Integer known = kindNumbers.get(kind);
      lastKindNumber = known != null ? known : kinds.size() < MOST_KINDS ? add(kind) : 0;
      lastKind = kind;
    }
    return lastKindNumber;
  }

  private int add(Kind kind) {
    kindNumbers.put(kind, kinds.size());
    kinds.add(kind);
    return kinds.size() - 1;
  }

  int memberCount() {
    return members.size();
  }

  MemberId member(int number) {
    return members.get(number);
  }

  Kind kind(int number) {
    return kinds.get(number);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(members.size());
    for (MemberId member : members) {
      out.writeUTF(member.text());
    }
    out.writeInt(kinds.size());
    for (Kind kind : kinds) {
      out.writeUTF(kind.rsit().name());
      out.writeUTF(kind.identifier());
      out.writeUTF(kind.family());
    }
  }

  void read(DataInputStream in) throws IOException {
    members.clear();
    memberNumbers.clear();
    int memberCount = in.readInt();
    for (int i = 0; i < memberCount; i++) {
      of(new MemberId(in.readUTF()));
    }
    kinds.clear();
    kindNumbers.clear();
    int kindCount = in.readInt();
    for (int i = 0; i < kindCount; i++) {
      add(new Kind(Rsit.valueOf(in.readUTF()), in.readUTF(), in.readUTF()));
    }
    lastKind = kinds.getFirst();
    lastKindNumber = 0;
  }
}
