import { respond } from '$lib/server/http';
import { importReport } from '$lib/server/institution';

export const GET = async ({ params }) => respond(await importReport({ id: params.id }));
