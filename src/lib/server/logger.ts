import { pino, type Logger } from 'pino';

/** One JSON line per event. Never a name, an address, a NUMEN or a token. */
export const createLogger = (level: string, output: 'stdout' | 'stderr' = 'stdout'): Logger =>
	pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
			redact: ['req.headers', 'headers', 'password', 'cookie', 'numen', 'code', 'token']
		},
		pino.destination(output === 'stdout' ? 1 : 2)
	);
