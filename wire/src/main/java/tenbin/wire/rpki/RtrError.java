package tenbin.wire.rpki;

import java.util.Optional;

/** What an Error Report says is wrong (RFC 8210 section 12; of version 2 its draft). */
public enum RtrError {
  CORRUPT_DATA(0),
  INTERNAL_ERROR(1),
  /** The one that ends nothing: ask again later. */
  NO_DATA_AVAILABLE(2),
  INVALID_REQUEST(3),
  UNSUPPORTED_VERSION(4),
  UNSUPPORTED_PDU_TYPE(5),
  WITHDRAWAL_OF_UNKNOWN(6),
  DUPLICATE_ANNOUNCEMENT(7),
  UNEXPECTED_VERSION(8),
  ASPA_PROVIDER_LIST(9);

  private static final RtrError[] ALL = values();

  private final int code;

  RtrError(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }

  /** The error of a number; empty for one that nobody registered. */
  public static Optional<RtrError> of(int code) {
    return code >= 0 && code < ALL.length ? Optional.of(ALL[code]) : Optional.empty();
  }
}
