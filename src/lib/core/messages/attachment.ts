/** A PDF that a service joins to a circular or to an answer; its bytes stay on the server. */
export interface Attachment {
	readonly id: string;
	readonly name: string;
	readonly bytes: number;
	readonly pages: number;
}

/** To one circular, or to one message; as many of their own pieces for the person who writes. */
export const MOST_ATTACHMENTS = 5;
