import { pino, type Logger } from 'pino';

/** One JSON line per event on standard output. Never a name, an address, a NUMEN or a token. */
export const createLogger = (level: string): Logger =>
	pino({
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: (label) => ({ level: label }) },
		redact: ['req.headers', 'headers', 'password', 'cookie', 'numen', 'code', 'token']
	});
