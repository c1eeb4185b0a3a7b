package tenbin.desks.routes.book;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
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

  /** Those that changed last. */
  List<Incident> newest(int most);

  /** Those that changed last and touch a member's prefixes. */
  List<Incident> touching(MemberId member, int most);

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

  /** Everybody whose feeds saw anything of it. */
  Set<Owner> owners(UUID incident);

  /** Its picture. */
  Steps steps(UUID incident);

  /** Keeps what somebody did; durable when this returns. */
  void did(Deed deed);

  /** What a member's people did about it, the oldest first. */
  List<Deed> deeds(UUID incident, MemberId member);
}
