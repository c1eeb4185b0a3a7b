package tenbin.desks.routes.detect;

import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.registry.AspaTable;
import tenbin.desks.routes.registry.ExchangeLans;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.Relations;
import tenbin.desks.routes.registry.Reserved;
import tenbin.desks.routes.registry.VrpTable;

/** Everything that is known beside the routes; each part may be empty, and then says nothing. */
public record References(
    Declarations declarations,
    Relations relations,
    VrpTable vrps,
    AspaTable aspas,
    IrrTable irr,
    Reserved reserved,
    ExchangeLans lans) {}
