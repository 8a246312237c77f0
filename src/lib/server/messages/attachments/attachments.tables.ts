/** A file joined to a circular or to a message; its bytes are sealed under its id. */
export interface AttachmentTable {
	id: string;
	/** Exactly one of the two. */
	circular_id: string | null;
	message_id: string | null;
	name: string;
	bytes: number;
	pages: number;
	/** Master key its own key is wrapped with. */
	key_id: string;
	added_at: Date;
}

export interface AttachmentsTables {
	attachment: AttachmentTable;
}
