package tenbin.desks.routes.book;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.nouns.member.MemberId;

/** Incidents, kept: the watch fills it, everything in it can be read again. Any thread. */
public interface IncidentBook extends IncidentSink {
  /** In tables of a database. */
  static IncidentBook in(DataSource source) {
    return new StoredIncidents(source);
  }

  /** In memory, for whoever needs no database. */
  static IncidentBook inMemory() {
    return new MemoryIncidents();
  }

  /** One of them. */
  Optional<Incident> incident(UUID id);

  /** One of them with what a list shows of it; prefixes of a member's alone, where it is named. */
  Optional<Glimpse> glimpse(UUID id, Optional<MemberId> member);

  /** Those that changed last. */
  List<Glimpse> newest(int most);

  /** Those that changed last and touch a member's prefixes, with such prefixes. */
  List<Glimpse> touching(MemberId member, int most);

  /** Those that changed last and that an owner's feeds saw, with prefixes that they saw. */
  List<Glimpse> witnessed(Owner owner, int most);

  /** One of them as a list shows it to an owner whose feeds saw it; empty where they did not. */
  Optional<Glimpse> witnessed(UUID id, Owner owner);

  /** The ids of all, those that changed last first. */
  List<UUID> ids(int skip, int most);

  /**
   * What changed behind a place, in the order in which it changed.
   *
   * @param after 0 for the beginning; places of later changes are higher
   */
  List<Change> changes(long after, int most);

  /**
   * An incident that changed.
   *
   * @param place in the order of changes
   * @param incident as it stands
   * @param worth whether people are to be told of it
   */
  record Change(long place, Incident incident, boolean worth) {}

  /** How it stood, the oldest first. */
  List<Version> versions(UUID incident);

  /** Prefixes of it, in their order. */
  List<Sighted> prefixes(Slice slice);

  /** How far a share of it goes. */
  Extent extent(Share share);

  /** What a share of it means for members, the most touched first. */
  List<Impact> impact(Share share);

  /** How a share of it grew, the oldest first. */
  List<Growth> growth(Share share);

  /** Its picture. */
  Steps steps(UUID incident);

  /** Keeps what somebody did; durable when this returns. */
  void did(Deed deed);

  /** What a member's people did about it, the oldest first. */
  List<Deed> deeds(UUID incident, MemberId member);
}
