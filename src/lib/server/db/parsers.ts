/**
 * The same JavaScript values on both engines: `date` stays an ISO string (a JS Date would shift it
 * by the machine's zone), `numeric` and `int8` become numbers (all of ours are far below 2^53).
 */
import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
