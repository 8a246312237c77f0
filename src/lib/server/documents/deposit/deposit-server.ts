/**
 * The bytes of a deposit arrive by the tus protocol: what is cut goes on where it stopped. The
 * library speaks the protocol; an upload is the affair of the person who began it and of nobody else.
 */
import type { SessionUser } from '$lib/core/identity';
import type { Clock } from '$lib/core/shared';
import { DataStore, Server, Upload } from '@tus/server';
import type { Readable } from 'node:stream';
import { isDepositOf, newDepositId, type DepositFolder } from './deposit-folder';

export const DEPOSITS_PATH = '/api/v1/documents/depots';

export interface DepositServerOptions {
	readonly folder: DepositFolder;
	readonly clock: Clock;
	/** Null when this person may begin an upload of that size, else the status to answer. */
	readonly refuse: (user: SessionUser, bytes: number) => Promise<number | null>;
}

export type DepositServer = (request: Request, user: SessionUser) => Promise<Response>;

/** The library's way to answer something else than success. */
const refusal = (status: number) => ({ status_code: status, body: '' });
const NOT_FOUND = 404;

class FolderStore extends DataStore {
	constructor(
		private readonly folder: DepositFolder,
		private readonly clock: Clock
	) {
		super();
		this.extensions = ['creation', 'termination'];
	}
	override async create(upload: Upload): Promise<Upload> {
		const accountId = upload.metadata?.['account'] ?? '';
		const createdAt = this.clock.now().toISOString();
		await this.folder.create(upload.id, { accountId, bytes: upload.size ?? 0, createdAt });
		return upload;
	}
	override async getUpload(id: string): Promise<Upload> {
		const note = await this.folder.note(id);
		if (!note) throw refusal(NOT_FOUND);
		return new Upload({ id, size: note.bytes, offset: await this.folder.offset(id) });
	}
	override write(source: Readable, id: string, offset: number): Promise<number> {
		return this.folder.append(id, offset, source);
	}
	override remove(id: string): Promise<void> {
		return this.folder.remove(id);
	}
}

export function depositServer({ folder, clock, refuse }: DepositServerOptions): DepositServer {
	const askers = new WeakMap<object, SessionUser>();
	const tus = new Server({
		path: DEPOSITS_PATH,
		datastore: new FolderStore(folder, clock),
		relativeLocation: true,
		namingFunction: (request) => newDepositId(askers.get(request)!.id),
		onIncomingRequest: async (request, id) => {
			if (!isDepositOf(askers.get(request)!.id, id)) throw refusal(NOT_FOUND);
		},
		onUploadCreate: async (request, upload) => {
			const user = askers.get(request)!;
			const status = await refuse(user, upload.size ?? 0);
			if (status !== null) throw refusal(status);
			return { metadata: { account: user.id } };
		}
	});
	return async (request, user) => {
		askers.set(request, user);
		const response = await tus.handleWeb(request);
		for (const name of [...response.headers.keys()]) {
			// Uploads come from our own pages only.
			if (name.startsWith('access-control-')) response.headers.delete(name);
		}
		response.headers.set('x-carnet', '1');
		response.headers.set('cache-control', 'no-store');
		return response;
	};
}
