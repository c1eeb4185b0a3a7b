package tenbin.hub.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tenbin.balance.Balance;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Policy;
import tenbin.balance.Reason;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.balance.Terms;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Digest;
import tenbin.nouns.time.Moment;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.CaseKeys;
import tenbin.spine.deliver.CellTally;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.Space;
import tenbin.spine.deliver.Withholdings;
import tenbin.spine.ledger.Receipt;
import tenbin.spine.ledger.ReceiptBook;
import tenbin.spine.roster.Roster;

/** Rows in memory, decided by the real balance. */
final class FakeDeliveries implements Deliveries {
  final Withholdings withholdings = this::account;

  final ReceiptBook receipts = new FakeReceipts();

  private final List<Item.Sighting> rows = new CopyOnWriteArrayList<>();
  private final List<Left> left = new CopyOnWriteArrayList<>();
  private final Roster roster;

  FakeDeliveries(Roster roster, List<Item.Sighting> rows) {
    this.roster = roster;
    this.rows.addAll(rows);
  }

  void add(Item.Sighting row) {
    rows.add(row);
  }

  List<Left> left() {
    return left;
  }

  Plan plan(MemberId recipient, Purpose purpose, Outlet outlet) {
    byte[] key = (recipient.text() + "-key-for-tests-only").getBytes(UTF_8);
    return new Balance(Policy.of(roster.circle()))
        .plan(new Request(recipient, purpose, outlet, Fake.NOW), new RecipientKey(key));
  }

  private Withholdings.Account account(
      MemberId recipient, Purpose purpose, Optional<Digest> report) {
    Plan plan = plan(recipient, purpose, Outlet.PAGE);
    long released = 0;
    Map<Reason, Long> withheld = new TreeMap<>();
    for (Item.Sighting row : rows) {
      switch (plan.decide(row)) {
        case Decision.Released ignored -> released++;
        case Decision.Withheld(var reasons) ->
            reasons.forEach(each -> withheld.merge(each, 1L, Long::sum));
      }
    }
    return new Withholdings.Account(released, withheld);
  }

  private List<Disclosure> released(MemberId recipient, Purpose purpose, Outlet outlet) {
    Plan plan = plan(recipient, purpose, outlet);
    List<Disclosure> all = new ArrayList<>();
    for (Item.Sighting row : rows) {
      if (plan.decide(row) instanceof Decision.Released(Disclosure disclosure)) {
        all.add(disclosure);
      }
    }
    return all;
  }

  @Override
  public Batch pull(Pull pull) {
    String mine = pull.recipient().text() + ":";
    int from =
        pull.after()
            .map(text -> new String(decode(text), UTF_8))
            .map(text -> {
              if (!text.startsWith(mine)) {
                throw new BadCursor("not yours");
              }
              return Integer.parseInt(text.substring(mine.length()));
            })
            .orElse(0);
    List<Disclosure> all = released(pull.recipient(), pull.purpose(), pull.outlet());
    int to = Math.min(all.size(), from + pull.most());
    String cursor =
        Base64.getUrlEncoder().withoutPadding().encodeToString((mine + to).getBytes(UTF_8));
    return new Batch(all.subList(from, to), cursor, to < all.size());
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException bad) {
      throw new BadCursor("unreadable");
    }
  }

  @Override
  public Optional<Disclosure> row(MemberId recipient, Purpose purpose, Outlet outlet, UUID id) {
    return released(recipient, purpose, outlet).stream()
        .filter(each -> each.id().equals(id))
        .findFirst();
  }

  @Override
  public List<Disclosure> newest(Search search, CaseKeys.Room room, Outlet outlet) {
    return newest(search, outlet);
  }

  @Override
  public List<Disclosure> newest(Search search, Outlet outlet) {
    return released(search.recipient(), search.purpose(), outlet).stream()
        .filter(each -> fits(each, search))
        .sorted(Comparator.comparing(FakeDeliveries::time).reversed())
        .skip(search.skip())
        .limit(search.most())
        .toList();
  }

  private static boolean fits(Disclosure row, Search search) {
    String type = row.kind().map(kind -> kind.rsit().type()).orElse("");
    return !time(row).isBefore(search.from())
        && time(row).isBefore(search.to())
        && (search.type().isEmpty() || search.type().equals(type))
        && (search.text().isEmpty()
            || row.about().address().toString().equals(search.text())
            || row.kind().filter(kind -> kind.family().equals(search.text())).isPresent());
  }

  private static Instant time(Disclosure row) {
    return row.time().map(Moment::instant).orElse(Instant.EPOCH);
  }

  @Override
  public List<Tally> tally(Search search, Duration bucket) {
    Map<Instant, Map<String, Long>> counts = new TreeMap<>();
    for (Disclosure row : newest(search, Outlet.PAGE)) {
      long millis = time(row).toEpochMilli() / bucket.toMillis() * bucket.toMillis();
      counts
          .computeIfAbsent(Instant.ofEpochMilli(millis), none -> new TreeMap<>())
          .merge(row.kind().map(kind -> kind.rsit().type()).orElse(""), 1L, Long::sum);
    }
    List<Tally> all = new ArrayList<>();
    counts.forEach(
        (from, types) -> types.forEach((type, rows) -> all.add(new Tally(from, type, rows))));
    return all;
  }

  @Override
  public Space space(Search search) {
    Map<String, CellTally> cells = new TreeMap<>();
    for (Disclosure row : newest(search, Outlet.PAGE)) {
      Prefix cell = Prefix.around(row.about().address(), 24);
      String type = row.kind().map(kind -> kind.rsit().type()).orElse("");
      boolean own = row.terms().bases().contains(Terms.OWN_DATA);
      cells.merge(
          cell + type + own,
          new CellTally(cell, type, own, 1),
          (one, two) -> new CellTally(cell, type, own, one.rows() + two.rows()));
    }
    return new Space(Space.Grain.FINEST, search.from(), List.copyOf(cells.values()), 0);
  }

  @Override
  public void countAhead(long least) {}

  @Override
  public Receipt record(Left each) {
    left.add(each);
    return new Receipt(UUID.nameUUIDFromBytes(each.digest().hex().getBytes(UTF_8)), Fake.NOW, "00");
  }

  /** Receipts of what was recorded, in memory. */
  private final class FakeReceipts implements ReceiptBook {
    @Override
    public List<Line> receipts(MemberId recipient, int skip, int most) {
      return left.reversed().stream()
          .filter(each -> each.recipient().equals(recipient))
          .skip(skip)
          .limit(most)
          .map(FakeReceipts::line)
          .toList();
    }

    @Override
    public Optional<Line> find(MemberId recipient, Digest digest) {
      return left.reversed().stream()
          .filter(each -> each.recipient().equals(recipient) && each.digest().equals(digest))
          .findFirst()
          .map(FakeReceipts::line);
    }

    private static Line line(Left each) {
      return new Line(
          UUID.nameUUIDFromBytes(each.digest().hex().getBytes(UTF_8)),
          Fake.NOW,
          each.purpose().code(),
          each.outlet().name(),
          each.format(),
          each.rows(),
          each.terms().stream().flatMap(terms -> terms.bases().stream()).distinct().toList(),
          List.of(),
          "00",
          "ff");
    }
  }
}
