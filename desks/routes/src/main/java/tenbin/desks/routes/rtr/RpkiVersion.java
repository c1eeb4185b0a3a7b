package tenbin.desks.routes.rtr;

import java.time.Instant;
import tenbin.desks.routes.registry.AspaTable;
import tenbin.desks.routes.registry.VrpTable;

/**
 * What a cache says at one moment, whole.
 *
 * @param vrps who may originate what
 * @param aspas who the providers are
 * @param session of the cache, 16 bits
 * @param serial of its data, 32 bits
 * @param at when the answer ended
 */
public record RpkiVersion(VrpTable vrps, AspaTable aspas, int session, long serial, Instant at) {}
