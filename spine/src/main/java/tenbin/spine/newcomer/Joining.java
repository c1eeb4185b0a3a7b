package tenbin.spine.newcomer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.report.Digest;

/**
 * What the secretariat and newcomers do about joining. Whoever changes what the circle is made of
 * has the roster look afterwards. Any thread; one change at a time.
 */
public final class Joining {
  /** A board has to meet, and a name server's keeper is on leave: two weeks. */
  public static final Duration LETTER = Duration.ofDays(14);

  /** As long as an invitation and the days to get a record through an organisation. */
  public static final Duration MARK = Duration.ofDays(30);

  /** Address space changes hands; contacts and certificates are looked at once a year too. */
  public static final Duration PROOF = Duration.ofDays(365);

  /** As many as the largest members of a circle have; a whole registry is no member. */
  public static final int MOST_RANGES = 500;

  /** 128 bits: nobody lays one by chance. */
  private static final int MARK_BYTES = 16;

  private final NewcomerBook book;
  private final Supplier<Circle> circle;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Joining(NewcomerBook book, Supplier<Circle> circle, Clock clock) {
    this.book = book;
    this.circle = circle;
    this.clock = clock;
  }

  /** What was asked for cannot be. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** Why not. */
    public enum Why {
      /** The circle has, or had, somebody of that id. */
      ID_TAKEN,
      NOT_SETTLING,
      TOO_MANY,
      NOTHING_PROVED
    }

    Refused(Why why) {
      super(why.name(), null, false, false);
      this.why = why;
    }

    public Why why() {
      return why;
    }
  }

  /** The database keeps microseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  public List<Newcomer> all() {
    return book.all();
  }

  public Optional<Newcomer> find(MemberId id) {
    return book.find(id);
  }

  /** Refuses an id that is, or ever was, somebody else's: rows and receipts go by it. */
  public void requireFree(MemberId id) {
    boolean again =
        book.find(id)
            .filter(each -> each.stage() != Newcomer.Stage.WITHDRAWN || each.joinedAt().isPresent())
            .isPresent();
    if (again || circle.get().member(id).isPresent()) {
      throw new Refused(Refused.Why.ID_TAKEN);
    }
  }

  /** Invites an organisation; what the secretariat expects it to have waits for its proof. */
  public synchronized Newcomer invite(
      MemberId id, Newcomer.Invited invited, String mail, String by) {
    requireFree(id);
    Instant now = now();
    ranges(id).forEach(each -> book.remove(id, each.network()));
    Newcomer newcomer =
        new Newcomer(
            id,
            invited,
            new Newcomer.Letter(mail, now, now.plus(LETTER), by),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    book.put(newcomer);
    invited.expected().forEach(each -> book.put(OwnRange.entered(id, each, now)));
    return newcomer;
  }

  /** Another letter in the place of the one before, to the same or another address. */
  public synchronized Newcomer again(MemberId id, String mail, String by) {
    Newcomer newcomer = settling(id);
    Instant now = now();
    Newcomer again = newcomer.with(new Newcomer.Letter(mail, now, now.plus(LETTER), by));
    book.put(again);
    return again;
  }

  /** Takes an invitation back: nobody of it signs in any more. */
  public synchronized void withdraw(MemberId id) {
    book.put(settling(id).withdrawn(now()));
    ranges(id).forEach(each -> book.remove(id, each.network()));
  }

  private Newcomer settling(MemberId id) {
    return book.find(id)
        .filter(each -> each.stage() == Newcomer.Stage.SETTLING)
        .orElseThrow(() -> new Refused(Refused.Why.NOT_SETTLING));
  }

  /** Whether somebody is invited and no member yet: it signs in, and gets nothing. */
  public boolean isSettling(MemberId id) {
    return book.find(id).filter(each -> each.stage() == Newcomer.Stage.SETTLING).isPresent();
  }

  /** A member's networks in the order in which they were entered. */
  public List<OwnRange> ranges(MemberId holder) {
    return book.ranges().stream().filter(each -> each.holder().equals(holder)).toList();
  }

  /** Networks of anybody who has not lost its standing, for the secretariat: what it can decide. */
  public List<OwnRange> openRanges() {
    Set<MemberId> gone =
        book.all().stream()
            .filter(each -> each.stage() == Newcomer.Stage.WITHDRAWN)
            .map(Newcomer::id)
            .collect(Collectors.toSet());
    return book.ranges().stream().filter(each -> !gone.contains(each.holder())).toList();
  }

  public Optional<OwnRange> range(MemberId holder, Network network) {
    return ranges(holder).stream().filter(each -> each.network().equals(network)).findFirst();
  }

  /** Enters networks; those that are there stay as they are. */
  public synchronized int enter(MemberId holder, List<Network> networks) {
    Set<Network> known = ranges(holder).stream().map(OwnRange::network).collect(Collectors.toSet());
    List<Network> fresh =
        networks.stream().distinct().filter(each -> !known.contains(each)).toList();
    if (known.size() + fresh.size() > MOST_RANGES) {
      throw new Refused(Refused.Why.TOO_MANY);
    }
    fresh.forEach(each -> book.put(OwnRange.entered(holder, each, now())));
    return fresh.size();
  }

  /** Forgets a network that does not count; one that counts is the secretariat's to end. */
  public synchronized boolean forget(MemberId holder, Network network) {
    boolean may =
        range(holder, network)
            .filter(each -> each.standing() != OwnRange.Standing.COUNTS)
            .isPresent();
    if (may) {
      book.remove(holder, network);
    }
    return may;
  }

  /** What the member lays where only a holder can; a new one when the old one is over. */
  public synchronized Mark mark(MemberId member) {
    Instant now = now();
    return book.mark(member)
        .filter(each -> now.isBefore(each.until()))
        .orElseGet(() -> {
          byte[] bytes = new byte[MARK_BYTES];
          random.nextBytes(bytes);
          String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
          Mark mark = new Mark(member, token, now.plus(MARK));
          book.put(mark);
          return mark;
        });
  }

  /**
   * Notes that a network was proved. What the secretariat expected counts at once unless another
   * member answers for it; everything else waits for the secretariat, so that waiting tells nothing
   * of others.
   */
  public synchronized OwnRange proved(OwnRange range, OwnRange.Method method, String evidence) {
    Instant now = now();
    Instant since =
        range
            .proof()
            .filter(each -> now.isBefore(each.until()))
            .map(OwnRange.Proof::since)
            .orElse(now);
    OwnRange proved = range.with(new OwnRange.Proof(method, since, now, now.plus(PROOF), evidence));
    boolean counts =
        range.standing() == OwnRange.Standing.COUNTS
            || isExpected(proved) && others(proved).isEmpty();
    OwnRange next = proved.with(counts ? OwnRange.Standing.COUNTS : OwnRange.Standing.WAITING);
    book.put(next);
    return next;
  }

  private boolean isExpected(OwnRange range) {
    return book.find(range.holder())
        .filter(each -> each.stage() == Newcomer.Stage.SETTLING)
        .filter(each -> each.invited().expected().contains(range.network()))
        .isPresent();
  }

  /** Members whose networks a network of another's would contradict: for the secretariat alone. */
  public List<MemberId> others(OwnRange range) {
    return Contradiction.of(circle.get(), range, clock.instant());
  }

  /** The secretariat lets a proved network count, by a means. */
  public synchronized void let(OwnRange range, Claim.Means means) {
    if (!range.isProvedAt(clock.instant())) {
      throw new Refused(Refused.Why.NOTHING_PROVED);
    }
    book.put(range.with(means).with(OwnRange.Standing.COUNTS));
  }

  /** The secretariat does not let it count, or no longer. */
  public synchronized void refuse(OwnRange range) {
    book.put(range.with(OwnRange.Standing.REFUSED));
  }

  /**
   * The agreements that somebody signs who joins: those that hold now and that members of its kind
   * signed. What binds members does not bind observers.
   */
  public List<Agreement> agreements(MemberId member) {
    Circle now = circle.get();
    boolean observes =
        book.find(member)
            .filter(each -> each.invited().memberClass() == MemberClass.OBSERVER)
            .isPresent();
    Set<MemberId> alike =
        now.members().stream()
            .filter(each -> each.memberClass() != MemberClass.SECRETARIAT)
            .filter(each -> observes == (each.memberClass() == MemberClass.OBSERVER))
            .map(Member::id)
            .collect(Collectors.toSet());
    return now.agreements().stream()
        .filter(each -> each.validity().holdsAt(clock.instant()))
        .filter(each -> each.signedBy().stream().anyMatch(alike::contains))
        .toList();
  }

  public List<Signature> signatures(MemberId member) {
    return book.signatures().stream().filter(each -> each.member().equals(member)).toList();
  }

  /**
   * Signs agreements; who has signed all of them is a member from now on.
   *
   * @return whether it has joined by this
   */
  public synchronized boolean sign(MemberId member, List<String> agreements, String person) {
    Newcomer newcomer = settling(member);
    Instant now = now();
    List<Agreement> asked = agreements(member);
    for (Agreement each : asked) {
      if (agreements.contains(each.id())) {
        book.put(new Signature(member, each.id(), text(each), person, now));
      }
    }
    Set<String> signed =
        signatures(member).stream().map(Signature::agreement).collect(Collectors.toSet());
    boolean all = asked.stream().map(Agreement::id).allMatch(signed::contains);
    if (all) {
      book.put(newcomer.joined(now));
    }
    return all;
  }

  /** Notes that somebody of a newcomer is there. */
  public synchronized void arrived(MemberId member) {
    book.find(member)
        .filter(each -> each.arrivedAt().isEmpty())
        .ifPresent(each -> book.put(each.arrived(now())));
  }

  public List<Contact> contacts(MemberId member) {
    return book.contacts(member);
  }

  /** Takes a contact of a newcomer's; from its joining on it stands in the circle. */
  public synchronized void contact(
      MemberId member, ContactRole role, String name, String mail, String phone) {
    LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
    book.put(member, new Contact(role, name, mail, phone, today, today.plus(NewcomerBook.CONTACT)));
  }

  /** Notes that a newcomer saw its first row. */
  public synchronized void sawRow(MemberId member) {
    book.find(member)
        .filter(each -> each.stage() == Newcomer.Stage.JOINED && each.firstRowAt().isEmpty())
        .ifPresent(each -> book.put(each.sawRow(now())));
  }

  /** The digest of an agreement's words, whoever else signed it. */
  public static Digest text(Agreement agreement) {
    List<String> lines = new ArrayList<>();
    lines.add(agreement.id());
    lines.add(agreement.title());
    agreement.purposes().stream().sorted().map(Purpose::code).forEach(lines::add);
    agreement.categories().stream().sorted().map(Category::name).forEach(lines::add);
    lines.add(agreement.validity().from() + " " + agreement.validity().to());
    lines.add(agreement.evidence());
    return Digest.of(String.join("\n", lines).getBytes(UTF_8));
  }
}
