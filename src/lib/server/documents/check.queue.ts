import * as v from 'valibot';
import { defineQueue } from '../jobs';

export const checkQueue = defineQueue({
	name: 'documents.check',
	schema: v.object({ document: v.pipe(v.string(), v.uuid()) }),
	// An antivirus that is being restarted must not refuse anything.
	retries: 20,
	firstDelaySeconds: 5,
	longestDelaySeconds: 600
});
