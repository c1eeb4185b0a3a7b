package tenbin.desks.routes.incident;

import tenbin.nouns.net.Asn;

/**
 * What an incident is the incident of; two notices of one cause belong to one incident.
 *
 * @param kind what kind of thing
 * @param by the AS that does it, or whose routes are gone; absent where nobody can be named
 * @param about what tells causes of one AS apart: "" where everything it does is one cause, else
 *     the member or the neighbour
 */
public record Cause(Kind kind, Asn by, String about) {}
