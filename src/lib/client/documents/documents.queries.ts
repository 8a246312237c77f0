import {
	documentEntity,
	limitsIn,
	type DepositLimits,
	type PieceDocument
} from '$lib/core/documents';
import { academieEntity } from '$lib/core/institution';
import { bodiesOf, type LocalDatabase } from '../db';
import { Live } from '../shared';

/** The pieces the server has, latest first; one that another has replaced comes with it. */
export const myDocuments = (db: LocalDatabase): Live<PieceDocument[]> =>
	new Live(async () =>
		(await bodiesOf(db, documentEntity)).sort((a, b) => b.depositedAt.localeCompare(a.depositedAt))
	);

/** What a piece may weigh in the person's académie. */
export const depositLimits = (db: LocalDatabase): Live<DepositLimits> =>
	new Live(async () => limitsIn((await bodiesOf(db, academieEntity))[0]?.settings ?? {}));
