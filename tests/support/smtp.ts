/** A real SMTP server on a free port, with what it received, parsed. */
import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TestSmtp {
	readonly url: string;
	readonly received: ParsedMail[];
	/** The answer to the next recipients: 550 refuses for good, 451 for now, null accepts. */
	refuseWith: number | null;
	close(): Promise<void>;
}

export async function startSmtp(): Promise<TestSmtp> {
	const smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onRcptTo(_address, _session, done) {
			const { refuseWith } = state;
			if (refuseWith === null) return done();
			done(Object.assign(new Error('refused by the test'), { responseCode: refuseWith }));
		},
		onData(stream, _session, done) {
			void simpleParser(stream).then((mail) => {
				state.received.push(mail);
				done();
			}, done);
		}
	});
	await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
	const { port } = smtp.server.address() as AddressInfo;
	const state: TestSmtp = {
		url: `smtp://127.0.0.1:${port}`,
		received: [],
		refuseWith: null,
		close: () => new Promise((resolve) => smtp.close(() => resolve()))
	};
	return state;
}
