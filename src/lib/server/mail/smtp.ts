import nodemailer from 'nodemailer';
import { MailRefused, type MailTransport } from './transport';

export interface SmtpSettings {
	/** `smtp://…` or `smtps://…`, credentials included. */
	readonly url: string;
	readonly from: string;
	readonly origin: URL;
	readonly dkim: {
		readonly domainName: string;
		readonly keySelector: string;
		readonly privateKey: string;
	} | null;
}

const refusedForGood = (error: unknown): boolean => {
	const status = (error as { responseCode?: number }).responseCode ?? 0;
	return status >= 550 && status < 560;
};

export function smtpTransport({ url, from, origin, dkim }: SmtpSettings): MailTransport {
	const transporter = nodemailer.createTransport({
		url,
		pool: true,
		maxConnections: 2,
		connectionTimeout: 10_000,
		socketTimeout: 30_000,
		disableFileAccess: true,
		disableUrlAccess: true,
		...(dkim && { dkim })
	});
	return {
		async send({ id, to, subject, text, html, unsubscribeUrl }) {
			try {
				await transporter.sendMail({
					from,
					to,
					subject,
					text,
					html,
					messageId: `<${id}@${origin.hostname}>`,
					headers: {
						'Auto-Submitted': 'auto-generated',
						...(unsubscribeUrl && {
							'List-Unsubscribe': `<${unsubscribeUrl}>`,
							'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
						})
					}
				});
			} catch (error) {
				if (refusedForGood(error)) throw new MailRefused((error as Error).message);
				throw error;
			}
		},
		close: () => transporter.close()
	};
}
