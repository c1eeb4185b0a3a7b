package tenbin.balance;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tenbin.balance.ground.KeyScope;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.member.Sector;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Field;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.time.Moment;

/**
 * What one recipient may have of one item: the only thing a writer takes, so the only thing that
 * leaves. Only the balance can make one. What is not released reads as not told; nothing tells a
 * recipient the one from the other.
 */
public final class Disclosure {
  private static final Levels NOTHING = new Levels(Map.of(), Set.of());

  private final Item item;
  private final Levels levels;
  private final List<Item.Fact> facts;
  private final Footing.Rest rest;
  private final RecipientKey key;
  private final Sector sector;

  Disclosure(
      Item.Sighting sighting, Levels levels, Footing.Rest rest, Sector sector, RecipientKey key) {
    this.item = sighting;
    this.sector = sector;
    this.levels = levels;
    this.facts = List.of();
    this.rest = rest;
    this.key = key;
  }

  Disclosure(Item.Told told, List<Item.Fact> facts, Footing.Rest rest, RecipientKey key) {
    this.item = told;
    this.levels = NOTHING;
    this.sector = Sector.UNKNOWN;
    this.facts = List.copyOf(facts);
    this.rest = rest;
    this.key = key;
  }

  public Terms terms() {
    return rest.terms();
  }

  /** What it stands on: for the ledger, through {@link Footing}, and for nobody else. */
  Footing.Rest rest() {
    return rest;
  }

  /** The item's identity as this recipient sees it; the same at every delivery. */
  public UUID id() {
    return switch (item) {
      case Item.Sighting sighting -> key.idOf(Fingerprint.of(sighting.observation()));
      case Item.Told told -> key.idOf(told.kind() + "\n" + told.innerId());
    };
  }

  /** Whether this is about one observation; else it is a list of {@link #facts}. */
  public boolean isSighting() {
    return item instanceof Item.Sighting;
  }

  /** The released facts of an item that is no observation, in order. */
  public List<Item.Fact> facts() {
    return facts;
  }

  /** The value of a released fact, "" when there is none of that name. */
  public String fact(String name) {
    return facts.stream()
        .filter(fact -> fact.name().equals(name))
        .map(Item.Fact::value)
        .findFirst()
        .orElse("");
  }

  /** Whether a field of the observation was released whole. */
  public boolean shows(Field field) {
    return levels.isWhole(field);
  }

  /** How much of a field was released, in the words of its order: "FULL", "/24", "hour". */
  public String level(Field field) {
    return levels.word(field);
  }

  /** The released fields, whole or in part. */
  public Set<Field> fields() {
    return Arrays.stream(Field.values())
        .filter(levels::isReleased)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
  }

  /**
   * When it was seen, as exactly as released: a coarser time is the beginning of its minute, hour
   * or day (UTC), with that as its error.
   */
  public Optional<Moment> time() {
    return isSighting() ? levels.time(observation().time()) : Optional.empty();
  }

  public Transport transport() {
    return shows(Field.TRANSPORT) ? observation().transport() : Transport.NOT_TOLD;
  }

  public Severity severity() {
    return shows(Field.SEVERITY) ? observation().severity() : Severity.NOT_TOLD;
  }

  /** Class, identifier and family, as far as released; empty when not even the class is. */
  public Optional<Kind> kind() {
    if (!shows(Field.CLASS)) {
      return Optional.empty();
    }
    Kind kind = observation().kind();
    boolean whole = shows(Field.IDENTIFIER) && shows(Field.FAMILY);
    return Optional.of(
        whole
            ? kind
            : new Kind(
                kind.rsit(),
                shows(Field.IDENTIFIER) ? kind.identifier() : "",
                shows(Field.FAMILY) ? kind.family() : ""));
  }

  /** The source as far as released whole; where it was, more coarsely: {@link #sourcePlace}. */
  public Endpoint source() {
    return endpoint(
        observation().source(),
        Field.SOURCE_ADDRESS,
        Field.SOURCE_PORT,
        Field.SOURCE_ASN,
        Field.SOURCE_HOST,
        Field.SOURCE_REVERSE_NAME);
  }

  /** The destination as far as released whole; {@link #destinationPlace} says more. */
  public Endpoint destination() {
    return endpoint(
        observation().destination(),
        Field.DESTINATION_ADDRESS,
        Field.DESTINATION_PORT,
        Field.DESTINATION_ASN,
        Field.DESTINATION_HOST,
        Field.DESTINATION_REVERSE_NAME);
  }

  /** Where the source was, as precisely as released. */
  public Place sourcePlace() {
    return place(observation().source(), Field.SOURCE_ADDRESS);
  }

  /** Where the destination was, as precisely as released. */
  public Place destinationPlace() {
    return place(observation().destination(), Field.DESTINATION_ADDRESS);
  }

  /** {@link #aboutSector} where it is about the source. */
  public Sector sourceSector() {
    return observation().sides().aboutSource() ? aboutSector() : Sector.UNKNOWN;
  }

  /** {@link #aboutSector} where it is about the destination. */
  public Sector destinationSector() {
    return observation().sides().aboutSource() ? Sector.UNKNOWN : aboutSector();
  }

  /**
   * What the recipient's own network was for that this is about, as far as released. Nothing of the
   * other side: what another member says of its customers is no part of this row.
   */
  public Sector aboutSector() {
    return levels.sector(aboutAddress(), sector);
  }

  /** Where the side was that it is about. */
  public Place aboutPlace() {
    return observation().sides().aboutSource() ? sourcePlace() : destinationPlace();
  }

  /** Where the other side was. */
  public Place counterpartPlace() {
    return observation().sides().aboutSource() ? destinationPlace() : sourcePlace();
  }

  /** The side that it is about, as far as released: the recipient's own network. */
  public Endpoint about() {
    return observation().sides().aboutSource() ? source() : destination();
  }

  /** The other side, as far as released: nothing of it where it is the sensor. */
  public Endpoint counterpart() {
    return observation().sides().aboutSource() ? destination() : source();
  }

  /** The address of what was found, "" when not released. */
  public String url() {
    return shows(Field.URL) ? observation().url() : "";
  }

  /** The reporter's own count, 1 when not released. */
  public long count() {
    return shows(Field.COUNT) ? observation().count() : 1;
  }

  /** How many members saw the same, as a band. */
  public Optional<SeenBy> seenBy() {
    return shows(Field.SEEN_BY) ? Optional.of(sighting().seenBy()) : Optional.empty();
  }

  /** Whose network, with the evidence; not where the evidence is finer than the place released. */
  public Optional<Attribution> attribution() {
    if (!shows(Field.RESPONSIBLE)) {
      return Optional.empty();
    }
    return shows(aboutAddress()) ? Optional.of(sighting().attribution()) : Optional.empty();
  }

  /** Hands over the kept columns that were released. */
  public void forEachExtra(Extra.Visitor visitor) {
    observation()
        .extra()
        .forEach((column, value) -> {
          if (levels.keeps(column.category())) {
            visitor.value(column, value);
          }
        });
  }

  /** When the decision was made. */
  public Instant at() {
    return rest.terms().at();
  }

  private Endpoint endpoint(
      Endpoint side, Field address, Field port, Field asn, Field host, Field reverseName) {
    return new Endpoint(
        shows(address) ? side.address() : Address.NONE,
        shows(port) ? side.port() : Endpoint.NO_PORT,
        levels.asn(asn, side.asn()),
        shows(host) ? side.host() : "",
        shows(reverseName) ? side.reverseName() : "");
  }

  private Place place(Endpoint side, Field address) {
    Sector its = address == aboutAddress() ? sector : Sector.UNKNOWN;
    return levels.place(address, side.address(), side.asn(), its, this::pseudonym);
  }

  private Optional<String> pseudonym(Address address) {
    return KeyScope.of(rest.terms().obligations())
        .flatMap(scope -> key.pseudonymOf(address, scope));
  }

  private Field aboutAddress() {
    return observation().sides().aboutSource() ? Field.SOURCE_ADDRESS : Field.DESTINATION_ADDRESS;
  }

  private Item.Sighting sighting() {
    if (item instanceof Item.Sighting sighting) {
      return sighting;
    }
    throw new IllegalStateException("facts have no observation's fields");
  }

  private Observation observation() {
    return sighting().observation();
  }
}
