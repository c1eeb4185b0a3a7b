package tenbin.nouns.attribution;

/**
 * Who answers for an observation's address or name at its time, with the evidence. Tables hold one
 * instance per answer, so a lookup allocates nothing.
 */
public record Attribution(Responsible responsible, Evidence evidence) {
  public static final Attribution NO_ADDRESS =
      new Attribution(Responsible.UNKNOWN, new Evidence.None("no address or name was told"));
  public static final Attribution NOT_COVERED =
      new Attribution(Responsible.UNKNOWN, new Evidence.None("no table covers it"));
}
