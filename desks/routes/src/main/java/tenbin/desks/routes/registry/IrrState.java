package tenbin.desks.routes.registry;

/** What routing registries say of a route. */
public enum IrrState {
  /** A route object of this very prefix names its origin. */
  MATCH,
  /** One of a block around it does, and none of this very prefix. */
  LESS_SPECIFIC_MATCH,
  /** There are route objects of it or around it, and none names its origin. */
  MISMATCH,
  /** There is no route object of it or around it. */
  NONE
}
