import { careerReference } from '$lib/data';
import { openApiDocument } from '$lib/server/http';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) =>
	json(openApiDocument(url.origin, careerReference.version));
