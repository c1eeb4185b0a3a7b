package tenbin.spine.newcomer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;

/** The book of newcomers in memory. */
final class MemoryNewcomers implements NewcomerBook {
  private final Map<MemberId, Newcomer> newcomers = new TreeMap<>();
  private final Map<String, OwnRange> ranges = new TreeMap<>();
  private final Map<String, Signature> signatures = new TreeMap<>();
  private final Map<MemberId, Map<ContactRole, Contact>> contacts = new TreeMap<>();
  private final Map<MemberId, Mark> marks = new TreeMap<>();

  @Override
  public synchronized Optional<Newcomer> find(MemberId id) {
    return Optional.ofNullable(newcomers.get(id));
  }

  @Override
  public synchronized List<Newcomer> all() {
    return newcomers.values().stream()
        .sorted(
            Comparator.comparing((Newcomer each) -> each.letter().sentAt())
                .reversed()
                .thenComparing(Newcomer::id))
        .toList();
  }

  @Override
  public synchronized void put(Newcomer newcomer) {
    newcomers.put(newcomer.id(), newcomer);
  }

  @Override
  public synchronized List<OwnRange> ranges() {
    return List.copyOf(ranges.values());
  }

  @Override
  public synchronized void put(OwnRange range) {
    ranges.put(key(range.holder(), range.network()), range);
  }

  @Override
  public synchronized void remove(MemberId holder, Network network) {
    ranges.remove(key(holder, network));
  }

  private static String key(MemberId holder, Network network) {
    return holder + " " + network;
  }

  @Override
  public synchronized List<Signature> signatures() {
    return List.copyOf(signatures.values());
  }

  @Override
  public synchronized void put(Signature signature) {
    signatures.putIfAbsent(signature.member() + " " + signature.agreement(), signature);
  }

  @Override
  public synchronized List<Contact> contacts(MemberId member) {
    return List.copyOf(contacts.getOrDefault(member, Map.of()).values());
  }

  @Override
  public synchronized void put(MemberId member, Contact contact) {
    contacts.computeIfAbsent(member, each -> new TreeMap<>()).put(contact.role(), contact);
  }

  @Override
  public synchronized Optional<Mark> mark(MemberId member) {
    return Optional.ofNullable(marks.get(member));
  }

  @Override
  public synchronized void put(Mark mark) {
    marks.put(mark.member(), mark);
  }
}
