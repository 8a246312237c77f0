export { requestContext } from './request-context';
export { securityHeaders } from './security-headers';
export { guard } from './guard';
export { readJson } from './read-json';
export { respond, respondError } from './respond';
export { reportUnexpected } from './report-unexpected';
