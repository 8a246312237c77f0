export { requestContext } from './request-context';
export { securityHeaders } from './security-headers';
export { session } from './session';
export { sameOrigin } from './same-origin';
export { clearSession, clientOf, setSessionCookies } from './session-cookies';
export { guard } from './guard';
export { readJson } from './read-json';
export { respond, respondError } from './respond';
export { reportUnexpected } from './report-unexpected';
