package tenbin.desks.routes.declare;

/** How far a declared prefix is looked after. */
public enum Watching {
  /** It and whatever lies inside it. */
  ALL,
  /** It alone: who announces a part of it is nobody's concern. */
  ITSELF,
  /** It and whatever lies inside it, but only who originates that: a registry says no more. */
  ORIGINS,
  /** Neither: its holder wants to hear nothing about it. */
  NOTHING
}
